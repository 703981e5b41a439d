/**
 * What is being made: the elements that one step has brought together with the one that is selected since. Told so that
 * nobody hears what is wrong with a block that was placed a moment ago; over when something else is selected.
 */
export class Making {
  static $inject = ['eventBus'];

  private brought = new Set<string>();
  private making: string[] = [];
  private over?: number;

  constructor(private readonly eventBus: any) {
    const bring = (element: any) => {
      this.brought.add(element.id);
      // what is selected later than in this step is selected by a person
      this.over ??= window.setTimeout(() => this.end());
    };
    eventBus.on('commandStack.shape.create.postExecuted', ({ context }: any) => bring(context.shape));
    eventBus.on('commandStack.connection.create.postExecuted', ({ context }: any) => bring(context.connection));
    eventBus.on('selection.changed', () => this.tell([...this.brought]));
    eventBus.on('diagram.clear', () => this.tell([]));
  }

  private end() {
    this.over = undefined;
    this.brought = new Set();
  }

  private tell(making: string[]) {
    if (!making.length && !this.making.length) return;
    this.making = making;
    this.eventBus.fire('usher.making', { making });
  }
}
