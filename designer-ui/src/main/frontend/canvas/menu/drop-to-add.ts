import type { Blocks } from '../blocks';
import type { BlockMenu } from './block-menu';

/** A line that is dragged out into the empty canvas asks which block shall stand there. */
export class DropToAdd {
  static $inject = ['eventBus', 'canvas', 'blocks', 'blockMenu'];

  constructor(eventBus: any, canvas: any, blocks: Blocks, blockMenu: BlockMenu) {
    eventBus.on('connect.end', 1500, ({ context, hover, x, y }: any) => {
      const nowhere = !hover || hover === canvas.getRootElement();
      if (!nowhere || !blocks.of(context.start)) return undefined;
      blockMenu.openAt(context.start, { x, y });
      return true;
    });
  }
}
