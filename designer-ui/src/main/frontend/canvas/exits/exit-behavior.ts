import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import type { Blocks } from '../blocks';
import { EXIT, exitOf, withProperties, type Exit } from '../drawing';
import type { Words } from '../words';
import { evenShares, nextRule, nextShare } from './exit-names';

/** Gives each flow that leaves a decision its `usher.exit`, and takes it from a flow that leaves one no more. */
export class ExitBehavior extends CommandInterceptor {
  static $inject = ['eventBus', 'modeling', 'bpmnFactory', 'blocks', 'config.words'];

  constructor(
    eventBus: any,
    private readonly modeling: any,
    private readonly bpmnFactory: any,
    private readonly blocks: Blocks,
    private readonly words: Words
  ) {
    super(eventBus);
    this.postExecuted(['connection.create', 'connection.reconnect'], ({ context }: any) => {
      this.settle(context.connection);
      this.makeRoomFor(context.connection);
    });
  }

  /** From a block with one way out the newest line takes the place of the one before. */
  private makeRoomFor(flow: any) {
    if (this.blocks.of(flow.source)?.ways !== 'one') return;
    const before = flow.source.outgoing.filter((other: any) => other !== flow && other.businessObject.$type === 'bpmn:SequenceFlow');
    before.forEach((other: any) => this.modeling.removeConnection(other));
  }

  private settle(flow: any) {
    if (flow.businessObject.$type !== 'bpmn:SequenceFlow') return;
    const ways = this.blocks.of(flow.source)?.ways;
    const others = (flow.source?.outgoing ?? []).filter((one: any) => one !== flow && exitOf(one));
    const known = others.map((one: any) => exitOf(one)!);
    if (ways === 'rules') {
      if (exitOf(flow)?.rule === undefined && !exitOf(flow)?.else) this.set(flow, nextRule(known, this.words));
    } else if (ways === 'shares') {
      if (exitOf(flow)?.share === undefined) this.share(flow, others, known);
    } else if (exitOf(flow)) {
      this.set(flow, undefined);
    }
  }

  private share(flow: any, others: any[], known: Exit[]) {
    const exit = nextShare(known, this.words);
    const shares = known.length ? evenShares([...known, exit]) : undefined;
    this.set(flow, shares ? { ...exit, share: shares[shares.length - 1] } : exit);
    if (shares) others.forEach((other, i) => this.set(other, { ...known[i], share: shares[i] }));
  }

  private set(flow: any, exit: Exit | undefined) {
    this.modeling.updateProperties(flow, {
      name: exit?.name,
      extensionElements: withProperties(flow.businessObject, { [EXIT]: exit }, this.bpmnFactory),
    });
  }
}
