import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import type { Blocks } from '../blocks';
import type { OpenEnds } from './open-ends';

/**
 * What a decision brought goes with it: the Exits at the ends of its ways, so that the line it was put into closes again
 * where one way remains. A way that is taken away takes the Exit along that only it leads to.
 */
export class BranchRemoval extends CommandInterceptor {
  static $inject = ['eventBus', 'blocks', 'openEnds'];

  constructor(
    eventBus: any,
    private readonly blocks: Blocks,
    private readonly openEnds: OpenEnds
  ) {
    super(eventBus);
    // before anything is removed, since afterwards nobody knows what led where
    this.preExecute('elements.delete', 2000, ({ context }: any) => {
      const going = new Set<any>(context.elements);
      const ends = context.elements.flatMap((one: any) => (one.waypoints ? this.endOf(one) : this.endsOf(one, going)));
      context.elements = [...new Set([...ends, ...context.elements])];
    });
  }

  private endOf(flow: any): any[] {
    return this.openEnds.is(flow) ? [flow.target] : [];
  }

  private endsOf(card: any, going: Set<any>): any[] {
    const open = this.openEnds.of(card).filter((flow) => !going.has(flow.target));
    const others = this.blocks.isDecision(card) ? card.outgoing.length - this.openEnds.of(card).length : 0;
    // the line goes on to one of them when nothing else is left
    const kept = card.incoming.length === 1 && !others ? 1 : 0;
    return open.slice(kept).map((flow) => flow.target);
  }
}
