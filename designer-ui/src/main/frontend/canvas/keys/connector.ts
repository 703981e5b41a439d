import type { Blocks } from '../blocks';
import { follow } from '../fit';
import { say, type Words } from '../words';
import type { Walker, Way } from './walker';

/** Connects by keyboard: arrow keys choose the other block, Enter connects, Escape leaves all as it was. */
export class Connector {
  static $inject = ['eventBus', 'canvas', 'modeling', 'rules', 'elementRegistry', 'selection', 'blocks', 'walker', 'config.words'];

  private source?: any;
  private target?: any;

  constructor(
    private readonly eventBus: any,
    private readonly canvas: any,
    private readonly modeling: any,
    private readonly rules: any,
    private readonly elementRegistry: any,
    private readonly selection: any,
    private readonly blocks: Blocks,
    private readonly walker: Walker,
    private readonly words: Words
  ) {
    eventBus.on(['element.mousedown', 'canvas.focus.changed', 'diagram.clear'], () => this.cancel());
  }

  get active(): boolean {
    return this.source !== undefined;
  }

  start(source: any) {
    this.source = source;
    const possible = this.possible();
    const first = this.walker.nearest(source, 'down', possible) ?? possible[0];
    if (first) this.aim(first);
    else this.source = undefined;
  }

  go(way: Way) {
    this.aim(this.walker.nearest(this.target, way, this.possible()) ?? this.target);
  }

  connect() {
    const { source, target } = this;
    this.cancel();
    this.modeling.connect(source, target, { type: 'bpmn:SequenceFlow' });
    this.selection.select(target);
    this.say(this.words.connected, target);
  }

  cancel() {
    if (this.target && this.elementRegistry.get(this.target.id)) this.canvas.removeMarker(this.target, 'us-aim');
    this.source = this.target = undefined;
  }

  private aim(card: any) {
    if (this.target) this.canvas.removeMarker(this.target, 'us-aim');
    this.target = card;
    this.canvas.addMarker(card, 'us-aim');
    follow(this.canvas, card);
    this.say(this.words.connecting, card);
  }

  private possible(): any[] {
    const { source } = this;
    return this.elementRegistry.filter(
      (card: any) => this.blocks.of(card) && card !== source && this.rules.allowed('connection.create', { source, target: card })
    );
  }

  private say(text: string, card: any) {
    this.eventBus.fire('usher.say', { text: say(text, this.blocks.title(card)) });
  }
}
