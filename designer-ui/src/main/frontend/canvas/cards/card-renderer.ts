import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import { append, attr, create } from 'tiny-svg';
import { missing } from '../catalogue';
import { settingsOf } from '../drawing';
import type { Blocks } from '../blocks';
import { isError, type Marks } from '../marks/marks';
import type { Words } from '../words';
import { iconPath } from './icons';
import { wrap } from './text';
import { parts } from './values';

const ROUND = 12;
const EDGE = 4;
const TILE = 36;
const INSET = 14;
const LINES = 3;
const TITLE = 18;
const SAID = 15.5;

/** Draws every block as a card: the colour of its family at the edge, tile with icon, title, what is set, and a mark while something is wrong or missing. */
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
    const room = width - left - 12;
    const card = draw('rect', { width, height, rx: ROUND, class: 'us-card' });
    draw('path', { d: edge(height), class: 'us-edge', 'data-family': block.family });
    draw('rect', { x: INSET, y: top, width: TILE, height: TILE, rx: 9, class: 'us-tile', 'data-family': block.family });
    draw('path', {
      d: iconPath(block.icon),
      class: 'us-icon',
      'data-family': block.family,
      transform: `translate(${INSET + 6} ${top + 6})`,
    });
    const line = this.marks.line(block, settings, this.words);
    const said = wrap(line, room, 'summary', 2);
    const titles = wrap(element.businessObject.name || block.title, room, 'title', Math.min(2, LINES - said.length));
    this.write(draw, left, height, titles, said);
    const [problem] = this.marks.of(element);
    if (problem) badge(draw, width, isError(problem) ? 'us-mark-error' : 'us-mark-warning', 'M0 -4.5V1M0 4.2V4.3');
    else if (missing(block, settings).length) badge(draw, width, 'us-mark-open', 'M-4 0h.1M0 0h.1M4 0h.1');
    return card;
  }

  private write(draw: Draw, x: number, height: number, titles: string[], said: string[]) {
    let y = (height - titles.length * TITLE - said.length * SAID) / 2;
    const text = (name: string, lines: string[], high: number) => {
      if (!lines.length) return;
      const all = draw('text', { x, class: name });
      lines.forEach((line, i) => {
        const row = create('tspan');
        attr(row, { x, y: Math.round(y + high * 0.76) } as any);
        y += high;
        row.append(...parts(line).map(run), i < lines.length - 1 ? ' ' : '');
        append(all, row);
      });
    };
    text('us-card-title', titles, TITLE);
    text('us-card-summary', said, SAID);
  }

  override getShapePath({ x, y, width: w, height: h }: any): string {
    const r = ROUND;
    const arc = (dx: number, dy: number) => `a${r},${r} 0 0 1 ${dx},${dy}`;
    return `M${x + r},${y}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}z`;
  }
}

/** Along the left side, inside the round corners. */
function edge(height: number): string {
  const rise = (ROUND - Math.sqrt(ROUND ** 2 - (ROUND - EDGE) ** 2)).toFixed(2);
  const fall = height - Number(rise);
  return `M${EDGE} ${rise}A${ROUND} ${ROUND} 0 0 0 0 ${ROUND}V${height - ROUND}A${ROUND} ${ROUND} 0 0 0 ${EDGE} ${fall}z`;
}

function run({ text, value }: { text: string; value: boolean }): Node {
  if (!value) return document.createTextNode(text);
  const made = create('tspan');
  attr(made, { class: 'us-card-value' } as any);
  made.textContent = text;
  return made;
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
