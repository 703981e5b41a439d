import { Timeline } from './timeline';

const PREFIX = 'usher.undo:';

/**
 * Undo that survives a reload: behind what the command stack can take back stand the states before, as documents. They
 * stay with the tab, and count only when the very document is opened again that was shown when it was left.
 */
export class History {
  static $inject = ['commandStack', 'eventBus'];

  private readonly timeline = new Timeline();
  private key?: string;

  constructor(
    private readonly commandStack: any,
    private readonly eventBus: any
  ) {
    const stack = { canUndo: commandStack.canUndo, canRedo: commandStack.canRedo, undo: commandStack.undo, redo: commandStack.redo };
    const can = (known: () => boolean, by: number) => () => known.call(commandStack) || !!this.timeline.next(by);
    const step = (known: () => boolean, go: () => void, by: number) => () =>
      known.call(commandStack) ? go.call(commandStack) : this.timeline.next(by) && eventBus.fire('usher.step', { by });
    commandStack.canUndo = can(stack.canUndo, -1);
    commandStack.canRedo = can(stack.canRedo, 1);
    commandStack.undo = step(stack.canUndo, stack.undo, -1);
    commandStack.redo = step(stack.canRedo, stack.redo, 1);
    // before anybody looks at what can be undone
    eventBus.on('commandStack.changed', 2000, ({ trigger }: any) => {
      if (trigger !== 'clear') this.timeline.moved(commandStack._stackIdx, trigger === 'execute');
    });
  }

  /** Whether something was drawn since the document was opened, and not taken back. */
  get drawn(): boolean {
    return this.commandStack._stackIdx >= 0;
  }

  /** @param xml the document that is shown, when there is one */
  keepAs(owner: string, xml: string) {
    const key = PREFIX + owner;
    if (key === this.key) return;
    this.key = key;
    if (xml && !this.drawn) this.opened(xml);
  }

  opened(xml: string) {
    const packed = this.stored();
    if (!packed || !this.timeline.resume(packed, xml)) this.timeline.begin(xml);
    this.eventBus.fire('usher.history');
  }

  note(xml: string) {
    this.timeline.note(xml);
    this.eventBus.fire('usher.history');
  }

  /** The document one step back or on where the stack ends; what is done when it is open. */
  next(by: number): { xml: string; done: () => void } | undefined {
    const state = this.timeline.next(by);
    return state && { xml: state.xml, done: () => { this.timeline.show(state); this.eventBus.fire('usher.history'); } };
  }

  /** Nothing is stored from now on. */
  end() {
    this.key = undefined;
  }

  /** For the next opening in this tab; where there is no room, the other drawings that were open in it give way. */
  store() {
    const { key } = this;
    if (!key) return;
    const text = JSON.stringify(this.timeline.pack());
    const put = () => sessionStorage.setItem(key, text);
    if (attempt(put)) return;
    attempt(() => {
      makeRoom(key);
      put();
    });
  }

  /** Once: what is opened later in the same place is another document. */
  private stored() {
    try {
      const text = this.key && sessionStorage.getItem(this.key);
      if (this.key) sessionStorage.removeItem(this.key);
      return JSON.parse(text || 'null');
    } catch {
      return undefined;
    }
  }
}

/** Where storing is forbidden, undo ends at the reload. */
function attempt(step: () => void): boolean {
  try {
    step();
    return true;
  } catch {
    return false;
  }
}

function makeRoom(key: string) {
  const others = Object.keys(sessionStorage).filter((other) => other.startsWith(PREFIX) && other !== key);
  others.forEach((other) => sessionStorage.removeItem(other));
}
