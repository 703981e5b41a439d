import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import { append, attr, create } from 'tiny-svg';
import { missing, summary } from '../catalogue';
import { settingsOf } from '../drawing';
import type { Blocks } from '../blocks';
import { iconPath } from './icons';
import { fit } from './text';

const ROUND = 12;
const TILE = 40;
const INSET = 16;

/** Draws every block as a card: tile with icon, title, one line of settings, and a mark while something is missing. */
export class CardRenderer extends BaseRenderer {
  static $inject = ['eventBus', 'blocks'];

  constructor(
    eventBus: any,
    private readonly blocks: Blocks
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
    const draw = (name: string, attributes: Record<string, unknown>, text = '') => {
      const node = create(name);
      attr(node, attributes as any);
      if (text) node.textContent = text;
      append(parent, node);
      return node;
    };
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
    const line = summary(block, settings);
    const title = fit(element.businessObject.name || block.title, room, 'title');
    draw('text', { x: left, y: height / 2 + (line ? -4 : 5), class: 'us-card-title' }, title);
    if (line) draw('text', { x: left, y: height / 2 + 15, class: 'us-card-summary' }, fit(line, room, 'summary'));
    const open = missing(block, settings);
    if (open.length) {
      const mark = draw('circle', { cx: width - 14, cy: 14, r: 5, class: 'us-card-open' });
      const says = create('title');
      says.textContent = open.map((field) => field.label).join(', ');
      append(mark, says);
    }
    return card;
  }

  override getShapePath({ x, y, width: w, height: h }: any): string {
    const r = ROUND;
    const arc = (dx: number, dy: number) => `a${r},${r} 0 0 1 ${dx},${dy}`;
    return `M${x + r},${y}h${w - 2 * r}${arc(r, r)}v${h - 2 * r}${arc(-r, r)}h${2 * r - w}${arc(-r, -r)}v${2 * r - h}${arc(r, -r)}z`;
  }
}
