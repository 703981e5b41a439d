import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import type { Blocks } from '../blocks';
import { EXIT, exitOf, withProperties, type Exit } from '../drawing';
import type { Words } from '../words';
import { evenShares, evenWithout, nextWay } from './exit-names';
import type { OpenEnds } from './open-ends';

/**
 * Gives each flow that leaves a decision its `usher.exit`, and takes it from a flow that leaves one no more. A line that is
 * drawn out of a decision is the first way that still ends in an Exit of its own, else one more way.
 */
export class ExitBehavior extends CommandInterceptor {
  static $inject = ['eventBus', 'modeling', 'bpmnFactory', 'blocks', 'openEnds', 'config.words'];

  constructor(
    eventBus: any,
    private readonly modeling: any,
    private readonly bpmnFactory: any,
    private readonly blocks: Blocks,
    private readonly openEnds: OpenEnds,
    private readonly words: Words
  ) {
    super(eventBus);
    this.postExecuted(['connection.create', 'connection.reconnect'], ({ context }: any) => {
      this.settle(context.connection, context.hints);
      this.makeRoomFor(context.connection);
    });
    this.postExecuted('connection.delete', ({ context }: any) => this.shareWhatIsLeft(context));
  }

  /** From a block with one way out the newest line takes the place of the one before, and of the Exit it led to. */
  private makeRoomFor(flow: any) {
    if (this.blocks.of(flow.source)?.ways !== 'one') return;
    const before = flow.source.outgoing.filter((other: any) => other !== flow && other.businessObject.$type === 'bpmn:SequenceFlow');
    for (const other of before) {
      if (this.openEnds.isItsOwn(other)) this.modeling.removeShape(other.target);
      else this.modeling.removeConnection(other);
    }
  }

  private settle(flow: any, hints: any) {
    if (flow.businessObject.$type !== 'bpmn:SequenceFlow') return;
    if (this.blocks.isDecision(flow.source)) {
      if (!this.hasItsWay(flow)) this.giveWay(flow, hints);
    } else if (exitOf(flow)) {
      this.set(flow, undefined);
    }
  }

  /** Of the kind its decision wants, filled in or not. */
  private hasItsWay(flow: any): boolean {
    const exit = exitOf(flow);
    if (!exit) return false;
    const ruled = exit.rule !== undefined || !!exit.else;
    return this.blocks.of(flow.source)!.ways === 'shares' ? !ruled : exit.share === undefined;
  }

  private giveWay(flow: any, hints: any) {
    const [open] = hints?.oneMoreWay ? [] : this.openEnds.of(flow.source).filter((one) => one !== flow);
    if (hints?.exit) {
      this.set(flow, hints.exit);
    } else if (open) {
      this.set(flow, exitOf(open));
      this.modeling.removeShape(open.target);
    } else {
      this.oneMore(flow);
    }
  }

  private oneMore(flow: any) {
    const others = flow.source.outgoing.filter((one: any) => one !== flow && exitOf(one));
    const known: Exit[] = others.map((one: any) => exitOf(one)!);
    const exit = nextWay(this.blocks.of(flow.source)!, known, this.words);
    const shares = exit.share !== undefined && known.length ? evenShares([...known, exit]) : undefined;
    this.set(flow, shares ? { ...exit, share: shares[shares.length - 1] } : exit);
    if (shares) this.share(others, shares);
  }

  /** The people of a way that has gone go to the others, where all had as many. */
  private shareWhatIsLeft({ connection, source }: any) {
    const gone = exitOf(connection);
    if (gone?.share === undefined || !source?.parent) return;
    const left = source.outgoing.filter((one: any) => one !== connection && exitOf(one));
    const shares = evenWithout(gone, left.map((one: any) => exitOf(one)!));
    if (shares) this.share(left, shares);
  }

  private share(flows: any[], shares: number[]) {
    flows.forEach((flow, i) => this.set(flow, { ...exitOf(flow)!, share: shares[i] }));
  }

  private set(flow: any, exit: Exit | undefined) {
    this.modeling.updateProperties(flow, {
      name: exit?.name,
      extensionElements: withProperties(flow.businessObject, { [EXIT]: exit }, this.bpmnFactory),
    });
  }
}
