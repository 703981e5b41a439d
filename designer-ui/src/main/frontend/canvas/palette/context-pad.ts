const KEPT = ['connect', 'delete'];

/** Beside a selected block: connect it, delete it. All else is in the palette and the form. */
export class TrimmedContextPad {
  static $inject = ['contextPad'];

  constructor(contextPad: any) {
    contextPad.registerProvider(500, this);
  }

  getContextPadEntries() {
    return (entries: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(entries).filter(([name]) => KEPT.includes(name)));
  }

  getMultiElementContextPadEntries() {
    return this.getContextPadEntries();
  }
}
