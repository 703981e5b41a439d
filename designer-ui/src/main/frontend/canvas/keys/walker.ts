import { center } from '../adding/room';
import type { Blocks } from '../blocks';

export type Way = 'up' | 'down' | 'left' | 'right';

/**
 * Goes with the arrow keys from block to block, and to what another tool drew: down and up along the flows, left and right
 * between neighbours.
 */
export class Walker {
  static $inject = ['blocks', 'elementRegistry'];

  constructor(
    private readonly blocks: Blocks,
    private readonly elementRegistry: any
  ) {}

  first(): any {
    const cards = this.cards();
    return cards.find((card) => this.blocks.of(card)?.drawn === 'start-event') ?? cards.sort(byPlace)[0];
  }

  next(from: any, way: Way): any {
    if (from.waypoints) return way === 'up' || way === 'left' ? from.source : from.target;
    if (way === 'down') return this.targets(from)[0] ?? this.nearest(from, way);
    if (way === 'up') return from.incoming[0]?.source ?? this.nearest(from, way);
    return this.sibling(from, way) ?? this.nearest(from, way);
  }

  /** The nearest of these, or of all blocks, that lies on that side. */
  nearest(from: any, way: Way, among: any[] = this.cards()): any {
    const at = center(from);
    const level = way === 'left' || way === 'right';
    const sign = way === 'left' || way === 'up' ? -1 : 1;
    let best: any;
    let least = Infinity;
    for (const card of among) {
      const to = center(card);
      const ahead = sign * (level ? to.x - at.x : to.y - at.y);
      if (card === from || ahead <= 0) continue;
      const away = ahead + 2 * Math.abs(level ? to.y - at.y : to.x - at.x);
      if (away < least) [best, least] = [card, away];
    }
    return best;
  }

  /** The lines that leave a block, from left to right, and round again. */
  line(from: any): any {
    const source = from.waypoints ? from.source : from;
    const lines = [...source.outgoing].sort((a, b) => a.target.x - b.target.x);
    return lines[(lines.indexOf(from) + 1) % lines.length];
  }

  private targets(card: any): any[] {
    return card.outgoing.map((flow: any) => flow.target).sort(byPlace);
  }

  private sibling(card: any, way: Way): any {
    const beside = this.targets(card.incoming[0]?.source ?? { outgoing: [] });
    return beside[beside.indexOf(card) + (way === 'right' ? 1 : -1)];
  }

  private cards(): any[] {
    return this.elementRegistry.filter((e: any) => this.blocks.of(e) || isNode(e));
  }
}

function isNode(element: any): boolean {
  return !element.waypoints && element.type !== 'label' && !!element.parent && !!element.businessObject?.$instanceOf?.('bpmn:FlowNode');
}

function byPlace(a: any, b: any): number {
  return a.x - b.x || a.y - b.y;
}
