import type { Blocks } from '../blocks';

const EVENTS = ['create.hover', 'create.move', 'create.end', 'shape.move.hover', 'shape.move.move', 'shape.move.end'];

/** Nothing can be put inside a card or a line: what is dragged over one is over the canvas. */
export class OverNothing {
  static $inject = ['eventBus', 'canvas', 'blocks'];

  constructor(eventBus: any, canvas: any, blocks: Blocks) {
    eventBus.on(EVENTS, 2500, (event: any) => {
      const over = event.hover;
      if (!over || !(over.waypoints || blocks.of(over) || over.type === 'label')) return;
      event.hover = canvas.getRootElement();
      event.hoverGfx = canvas.getGraphics(event.hover);
    });
  }
}
