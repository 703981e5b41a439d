import { center, free, GAP } from '../adding/room';
import type { BlockFactory } from '../block-factory';
import { CARD, isCard, isNode } from '../cards/card-shapes';
import type { Block } from '../catalogue';
import { EXIT, withProperties, type Exit } from '../drawing';
import { even, letter } from '../exits/exit-names';
import type { Words } from '../words';
import { flows } from './kinds';

interface Context {
  element: any;
  block: Block;
  made?: any;
}

/** Puts a block in the place of what another tool drew: with its name, its lines and what they are called. One undoable step. */
export class ReplaceHandler {
  static $inject = ['modeling', 'bpmnFactory', 'blockFactory', 'config.words'];

  constructor(
    private readonly modeling: any,
    private readonly bpmnFactory: any,
    private readonly blockFactory: BlockFactory,
    private readonly words: Words
  ) {}

  preExecute(context: Context) {
    const { element, block } = context;
    const otherwise = element.businessObject.default;
    const into = flows(element.incoming);
    const out = flows(element.outgoing);
    const exits = out.map((flow, i) => this.exit(block, flow, i, out.length, flow.businessObject === otherwise));
    const shape = this.blockFactory.create(block);
    if (element.businessObject.name) shape.businessObject.name = element.businessObject.name;
    const made = (context.made = this.modeling.createShape(shape, center(element), element.parent));
    for (const flow of into) this.modeling.reconnectEnd(flow, made, center(made));
    // each is a way of its own, whatever it leads to
    out.forEach((flow, i) => this.modeling.reconnectStart(flow, made, center(made), { oneMoreWay: true, exit: exits[i] }));
    out.forEach((flow, i) => exits[i] && this.give(flow, exits[i]));
    this.modeling.removeElements([element]);
    // what gave way stood in the way of these until now; others keep their bends
    for (const flow of [...made.incoming, ...made.outgoing]) {
      if (isCard(flow.source) && isCard(flow.target)) this.modeling.layoutConnection(flow, { waypoints: [] });
    }
  }

  execute() {
    return [];
  }

  revert() {
    return [];
  }

  private give(flow: any, exit: Exit) {
    // from now on its name stands on the line
    for (const label of [...flow.labels]) this.modeling.removeShape(label, { unsetLabel: false });
    this.modeling.updateProperties(flow, {
      name: exit.name,
      conditionExpression: undefined,
      extensionElements: withProperties(flow.businessObject, { [EXIT]: exit }, this.bpmnFactory),
    });
  }

  /** What a line carries as a way out of this block, under the name it had; undefined where it is no decision. */
  private exit(block: Block, flow: any, i: number, of: number, otherwise: boolean): Exit | undefined {
    if (block.ways !== 'rules' && block.ways !== 'shares') return undefined;
    const exit = block.ways === 'shares' ? this.share(i, of) : this.rule(i, otherwise);
    return { ...exit, name: flow.businessObject.name || exit.name };
  }

  private rule(i: number, otherwise: boolean): Exit {
    if (otherwise) return { name: this.words.else, order: 99, else: true };
    return { name: i ? `${this.words.way} ${i + 1}` : this.words.yes, order: i + 1, rule: { all: [] } };
  }

  private share(i: number, of: number): Exit {
    return { name: letter(i + 1, this.words), order: i + 1, share: even(of)[i] };
  }
}

/** Several replacements, and a Start where there is none, as one undoable step. */
export class AdoptHandler {
  static $inject = ['commandStack', 'modeling', 'canvas', 'elementRegistry', 'blockFactory'];

  constructor(
    private readonly commandStack: any,
    private readonly modeling: any,
    private readonly canvas: any,
    private readonly elementRegistry: any,
    private readonly blockFactory: BlockFactory
  ) {}

  preExecute({ replacements, start }: { replacements: Context[]; start?: Block }) {
    for (const each of replacements) this.commandStack.execute('usher.replace', each);
    if (start) this.addStart(start);
  }

  execute() {
    return [];
  }

  revert() {
    return [];
  }

  private addStart(start: Block) {
    const root = this.canvas.getRootElement();
    const nodes = this.elementRegistry.filter((e: any) => e.parent === root && isNode(e));
    const first = nodes.find((node: any) => !flows(node.incoming).length) ?? nodes[0];
    const at = first
      ? free({ x: center(first).x, y: first.y - GAP.y - CARD.height / 2 }, nodes, { x: 0, y: -GAP.y })
      : { x: 450, y: 76 };
    const made = this.modeling.createShape(this.blockFactory.create(start), at, root);
    if (first) this.modeling.connect(made, first, { type: 'bpmn:SequenceFlow' });
  }
}
