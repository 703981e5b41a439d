const GAP = { x: 60, y: 56 };

/** A block that is added after another stands below it, beside those that are there already. */
export class Below {
  static $inject = ['eventBus'];

  constructor(eventBus: any) {
    // before the snapping to the grid, which asks for bpmn-js's own place
    eventBus.on('autoPlace', 3000, ({ source, shape }: any) => {
      const after = (source.outgoing ?? []).map((flow: any) => flow.target);
      const right = Math.max(...after.map((target: any) => target.x + target.width));
      return {
        x: after.length ? right + GAP.x + shape.width / 2 : source.x + source.width / 2,
        y: source.y + source.height + GAP.y + shape.height / 2,
      };
    });
  }
}
