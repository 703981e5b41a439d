import type { Blocks } from '../blocks';
import { exitOf } from '../drawing';

/**
 * Where a decision still goes on: its ways that lead straight to an Exit of their own, which nobody has named. What is
 * added to the decision, or drawn out of it, goes there before one more way is made.
 */
export class OpenEnds {
  static $inject = ['blocks'];

  constructor(private readonly blocks: Blocks) {}

  /** Of a decision, in the order of its ways. */
  of(element: any): any[] {
    if (!this.blocks.isDecision(element)) return [];
    return element.outgoing.filter((flow: any) => this.is(flow)).sort(inOrder);
  }

  is(flow: any): boolean {
    return exitOf(flow) !== undefined && this.blocks.isDecision(flow.source) && this.isItsOwn(flow);
  }

  /** Whether the line leads to an Exit to which nothing else does, and which nobody has named. */
  isItsOwn(flow: any): boolean {
    const end = flow?.target;
    const block = this.blocks.of(end);
    return block?.drawn === 'end-event' && end.incoming.length === 1 && this.blocks.title(end) === block.title;
  }
}

/** The ways in the order in which they are tried, the one for everybody else last. */
export function inOrder(a: any, b: any): number {
  const [one, other] = [exitOf(a), exitOf(b)];
  return Number(one?.else ?? false) - Number(other?.else ?? false) || (one?.order ?? 0) - (other?.order ?? 0);
}
