import type { Block } from '../catalogue';
import type { Blocks } from '../blocks';
import type { BlockFactory } from '../block-factory';
import type { Adder } from '../adding/adder';
import { iconPath } from '../cards/icons';
import { roving } from '../roving';
import { familyName, type Words } from '../words';

/** The blocks to draw with: dragged onto the canvas, or by click or Enter added after the selected one. */
export class BlockPalette {
  static $inject = ['config.palette', 'config.words', 'blocks', 'blockFactory', 'adder', 'create', 'canvas'];

  constructor(
    host: HTMLElement,
    words: Words,
    blocks: Blocks,
    private readonly blockFactory: BlockFactory,
    private readonly adder: Adder,
    private readonly create: any,
    private readonly canvas: any
  ) {
    let family = '';
    for (const block of blocks.all.filter((one) => one.drawn !== 'start-event').sort((a, b) => a.familyOrder - b.familyOrder)) {
      if (block.family !== family) host.append(heading((family = block.family), words));
      host.append(this.item(block));
    }
    roving(host, '.us-palette-block');
  }

  private item(block: Block): HTMLElement {
    const item = document.createElement('button');
    item.type = 'button';
    item.className = 'us-palette-block';
    item.draggable = true;
    item.dataset.block = block.key;
    item.dataset.family = block.family;
    item.title = block.help;
    item.append(picture(block), titled(block));
    item.addEventListener('dragstart', (event) => this.create.start(event, this.blockFactory.create(block)));
    item.addEventListener('click', (event) => {
      this.adder.add(block);
      // a click of the mouse goes on with the mouse or the keys of the canvas; from the keyboard several may follow
      if (event.detail) this.canvas.focus();
    });
    return item;
  }
}

/** The icon of a block in a tile of its family's colour. */
export function picture(block: Block): Element {
  const made = document.createElement('span');
  made.className = 'us-tile-icon';
  made.dataset.family = block.family;
  made.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path/></svg>';
  made.querySelector('path')!.setAttribute('d', iconPath(block.icon));
  return made;
}

function titled(block: Block): Element {
  const made = document.createElement('span');
  made.className = 'us-palette-title';
  made.textContent = block.title;
  return made;
}

function heading(family: string, words: Words): Element {
  const made = document.createElement('span');
  made.className = 'us-palette-family';
  made.textContent = familyName(family, words);
  return made;
}
