import type { Words } from '../words';

/** Deletes what may be deleted; the selection goes on to what stood before, so that neither the keyboard nor the form loses its place. */
export class Remover {
  static $inject = ['rules', 'modeling', 'selection', 'eventBus', 'config.words'];

  constructor(
    private readonly rules: any,
    private readonly modeling: any,
    private readonly selection: any,
    private readonly eventBus: any,
    private readonly words: Words
  ) {}

  /** Of these, the ones that may go. */
  going(elements: any[]): any[] {
    return this.rules.allowed('elements.delete', { elements }) || [];
  }

  remove(elements: any[]) {
    const going = this.going(elements);
    if (!going.length) return;
    const before = going[0].waypoints ? going[0].source : going[0].incoming[0]?.source;
    this.modeling.removeElements(going);
    this.eventBus.fire('usher.say', { text: this.words.removed });
    if (before?.parent) this.selection.select(before);
  }
}
