import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import { append, attr, create } from 'tiny-svg';
import { missing } from '../catalogue';
import { settingsOf } from '../drawing';
import type { Blocks } from '../blocks';
import { isError, type Marks } from '../marks/marks';
import type { Words } from '../words';
import { iconPath } from './icons';
import { fit } from './text';

const ROUND = 12;
const TILE = 40;
const INSET = 16;

/** Draws every block as a card: tile with icon, title, one line of settings, and a mark while something is wrong or missing. */
export class CardRenderer extends BaseRenderer {
  static $inject = ['eventBus', 'blocks', 'marks', 'config.words'];

  constructor(
    eventBus: any,
    private readonly blocks: Blocks,
    private readonly marks: Marks,
    private readonly words: Words
  ) {
    super(eventBus, 2000);
  }

  override canRender(element: any): boolean {
    return this.blocks.of(element) !== undefined;
  }

  override drawShape(parent: any, element: any): any {
    const block = this.blocks.of(element)!;
    const settings = settingsOf(element);
    const { width, height } = element;
    const draw = drawing(parent);
    const top = (height - TILE) / 2;
    const left = INSET + TILE + 12;
    const room = width - left - INSET;
    const card = draw('rect', { width, height, rx: ROUND, class: 'us-card' });
    draw('rect', { x: INSET, y: top, width: TILE, height: TILE, rx: 10, class: 'us-tile', 'data-family': block.family });
    draw('path', {
      d: iconPath(block.icon),
      class: 'us-icon',
      'data-family': block.family,
      transform: `translate(${INSET + 8} ${top + 8})`,
    });
    const line = this.marks.line(block, settings, this.words);
    const title = fit(element.businessObject.name || block.title, room, 'title');
    draw('text', { x: left, y: height / 2 + (line ? -4 : 5), class: 'us-card-title' }, title);
    if (line) draw('text', { x: left, y: height / 2 + 15, class: 'us-card-summary' }, fit(line, room, 'summary'));
    const [problem] = this.marks.of(element);
    if (problem) badge(draw, width, isError(problem) ? 'us-mark-error' : 'us-mark-warning', 'M0 -4.5V1M0 4.2V4.3');
    else if (missing(block, settings).length) badge(draw, width, 'us-mark-open', 'M-4 0h.1M0 0h.1M4 0h.1');
    return card;
  }

  override getShapePath({ x, y, width: w, height: h }: any): string {
    const r = ROUND;
    const arc = (dx: number, dy: number) => `a${r},${r} 0 0 1 ${dx},${dy}`;
    return `M${x + r},${y}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}z`;
  }
}

type Draw = (name: string, attributes: Record<string, unknown>, text?: string) => SVGElement;

function drawing(parent: any): Draw {
  return (name, attributes, text = '') => {
    const node = create(name);
    attr(node, attributes as any);
    if (text) node.textContent = text;
    append(parent, node);
    return node;
  };
}

/** On the card's upper right corner, so that no text stands in its way. */
function badge(draw: Draw, width: number, kind: string, sign: string) {
  draw('circle', { cx: width - 8, cy: 4, r: 10, class: `us-mark ${kind}` });
  draw('path', { d: sign, class: 'us-mark-sign', transform: `translate(${width - 8} 4)` });
}
