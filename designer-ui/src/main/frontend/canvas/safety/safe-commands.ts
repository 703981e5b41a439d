import CommandStack from 'diagram-js/lib/command/CommandStack';
import { isSound } from './sound';

const told = new WeakSet<object>();

/** Whether the person has been told of this error already, by the event `usher.failed`. */
export function isTold(error: unknown): boolean {
  return typeof error === 'object' && error !== null && told.has(error);
}

interface Before {
  stack: any[];
  at: number;
}

/**
 * An edit is done whole or not at all: where anything in it fails, what it has done until then is taken back, so that the
 * next edit begins with a drawing that is the document, and is saved. bpmn-js would leave half of it behind and wait for
 * ever for its end. Fires `usher.failed`, and `sound: false` when the drawing has to be opened anew.
 */
export class SafeCommands extends (CommandStack as any) {
  static $inject = ['eventBus', 'injector'];

  private running = false;
  private begun?: any;

  constructor(eventBus: any, injector: any) {
    super(eventBus, injector);
    const quiet = (event: ErrorEvent) => isTold(event.error) && event.preventDefault();
    window.addEventListener('error', quiet);
    eventBus.on('diagram.destroy', () => window.removeEventListener('error', quiet));
  }

  execute(command: string, context: any) {
    this.whole(() => super.execute(command, context));
  }

  undo() {
    this.whole(() => super.undo());
  }

  redo() {
    this.whole(() => super.redo());
  }

  _fire(...said: any[]) {
    if (said[1] === 'execute') this.begun = said[2];
    return super._fire(...said);
  }

  _executedAction(action: any, redo: boolean) {
    this.begun = undefined;
    super._executedAction(action, redo);
  }

  private whole(step: () => void) {
    if (this.running) return step();
    const before = { stack: [...this._stack], at: this._stackIdx };
    this.running = true;
    try {
      step();
    } catch (error) {
      this.takeBack(before, error);
      throw error;
    } finally {
      this.running = false;
      this.begun = undefined;
    }
  }

  private takeBack(before: Before, error: any) {
    const execution = this._currentExecution;
    execution.actions.length = 0;
    // an undo that failed half way has no way back
    const sound = this._stackIdx >= before.at && execution.trigger !== 'undo' && this.revert(before) && isSound(this._injector);
    this._stack = before.stack;
    this._stackIdx = before.at;
    const touched = sound ? this.there(execution.dirty) : [];
    execution.actions.length = 0;
    execution.dirty = [];
    execution.trigger = null;
    if (typeof error === 'object' && error) told.add(error);
    attempt(() => this._eventBus.fire('elements.changed', { elements: touched }));
    attempt(() => super._fire('changed', { trigger: 'undo' }));
    this._eventBus.fire('usher.failed', { error, sound });
    // whoever dragged has let go, though nobody came to say so
    window.setTimeout(() => attempt(() => this._injector.get('dragging', false)?.cancel()));
  }

  private revert({ at }: Before): boolean {
    const half = this.begun;
    let done = !half || attempt(() => this._markDirty(this._getHandler(half.command).revert?.(half.context)));
    while (this._stackIdx > at) {
      const last = this._stackIdx;
      done = attempt(() => this._internalUndo(this._stack[last])) && done;
      this._stackIdx = last - 1;
    }
    return done;
  }

  private there(elements: any[]): any[] {
    const registry = this._injector.get('elementRegistry');
    return [...new Set(elements)].filter((one) => one && registry.get(one.id) === one);
  }
}

function attempt(step: () => void): boolean {
  try {
    step();
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}
