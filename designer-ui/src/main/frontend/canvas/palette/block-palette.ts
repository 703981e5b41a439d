import type { Block } from '../catalogue';
import type { Blocks } from '../blocks';
import { iconPath } from '../cards/icons';

/** The blocks to draw with: dragged onto the canvas, or by click or Enter added after the selected one. */
export class BlockPalette {
  static $inject = ['config.palette', 'blocks', 'create', 'selection', 'autoPlace', 'canvas', 'modeling'];

  constructor(
    host: HTMLElement,
    private readonly blocks: Blocks,
    private readonly create: any,
    private readonly selection: any,
    private readonly autoPlace: any,
    private readonly canvas: any,
    private readonly modeling: any
  ) {
    const inOrder = [...blocks.all].sort((a, b) => a.familyOrder - b.familyOrder);
    host.replaceChildren(...inOrder.filter((block) => block.drawn !== 'start-event').map((block) => this.item(block)));
  }

  /** Adds a block after the selected one, or in the middle of the view. */
  add(block: Block) {
    const [selected] = this.selection.get();
    const shape = this.blocks.create(block);
    const ways = this.blocks.of(selected)?.ways;
    const full = ways === 'one' && selected.outgoing.length > 0;
    if (selected && ways && ways !== 'none' && !full) {
      this.autoPlace.append(selected, shape);
      return;
    }
    const view = this.canvas.viewbox();
    const middle = { x: Math.round(view.x + view.width / 2), y: Math.round(view.y + view.height / 2) };
    this.selection.select(this.modeling.createShape(shape, middle, this.canvas.getRootElement()));
  }

  private item(block: Block): HTMLElement {
    const item = document.createElement('button');
    item.type = 'button';
    item.className = 'us-palette-block';
    item.draggable = true;
    item.dataset.block = block.key;
    item.dataset.family = block.family;
    item.title = block.help;
    item.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path/></svg><span></span>';
    item.querySelector('path')!.setAttribute('d', iconPath(block.icon));
    item.querySelector('span')!.textContent = block.title;
    item.addEventListener('dragstart', (event) => this.create.start(event, this.blocks.create(block)));
    item.addEventListener('click', () => this.add(block));
    return item;
  }
}
