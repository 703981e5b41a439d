/** When what is selected is undone, what stood before it is selected in its place: the form beside the canvas stays open. */
export class KeptPlace {
  static $inject = ['eventBus', 'selection', 'elementRegistry'];

  private before?: any;
  private lost?: any;

  constructor(
    eventBus: any,
    private readonly selection: any,
    private readonly elementRegistry: any
  ) {
    eventBus.on(['shape.remove', 'connection.remove'], 3000, ({ element }: any) => {
      const [one, ...more] = selection.get();
      if (one === element && !more.length) this.lost = this.before;
    });
    eventBus.on('selection.changed', ({ newSelection }: any) => this.look(newSelection));
    eventBus.on('commandStack.changed', 500, () => this.settle());
  }

  private settle() {
    const { lost } = this;
    this.lost = undefined;
    if (lost && this.elementRegistry.get(lost.id) === lost && !this.selection.get().length) this.selection.select(lost);
    this.look(this.selection.get());
  }

  private look([one, ...more]: any[]) {
    if (one && !more.length) this.before = one.source ?? one.incoming[0]?.source;
  }
}
