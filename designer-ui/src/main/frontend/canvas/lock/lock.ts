import RuleProvider from 'diagram-js/lib/features/rules/RuleProvider';

const RULES = [
  'shape.create',
  'shape.attach',
  'shape.resize',
  'elements.create',
  'elements.move',
  'connection.start',
  'connection.create',
  'connection.reconnect',
  'connection.updateWaypoints',
];

/** A drawing that is locked can be looked at, nothing else; while none is opened there is nothing to draw on. */
export class Lock extends RuleProvider {
  static $inject = ['eventBus'];

  readOnly = false;
  opened = false;

  get locked(): boolean {
    return this.readOnly || !this.opened;
  }

  override init() {
    for (const rule of RULES) this.addRule(rule, 5000, () => (this.locked ? false : undefined));
    this.addRule('elements.delete', 5000, () => (this.locked ? [] : undefined));
  }
}
