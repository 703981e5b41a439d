import { append, attr, create, remove } from 'tiny-svg';
import type { Blocks } from '../blocks';
import type { Lock } from '../lock/lock';
import type { BlockMenu } from '../menu/block-menu';
import type { Words } from '../words';

const LINGER = 250;

/**
 * The handle on the lower edge of a card: dragged to another card it connects, clicked it offers the blocks to add. It
 * stands on the card under the mouse, on the selected one and, always, where a flow still has to go on.
 */
export class Handles {
  static $inject = ['eventBus', 'canvas', 'elementRegistry', 'selection', 'connect', 'blocks', 'blockMenu', 'lock', 'config.words'];

  private readonly shown = new Map<string, SVGElement>();
  private hovered?: any;
  private leaving?: number;

  constructor(
    eventBus: any,
    private readonly canvas: any,
    private readonly elementRegistry: any,
    private readonly selection: any,
    private readonly connect: any,
    private readonly blocks: Blocks,
    private readonly blockMenu: BlockMenu,
    private readonly lock: Lock,
    private readonly words: Words
  ) {
    eventBus.on(['shape.added', 'shape.changed'], ({ element }: any) => this.update(element));
    eventBus.on('shape.removed', ({ element }: any) => this.hide(element));
    eventBus.on(['connection.added', 'connection.changed'], ({ element }: any) => this.update(element.source));
    eventBus.on('commandStack.connection.delete.postExecuted', ({ context }: any) => this.update(context.source));
    eventBus.on('elements.changed', ({ elements }: any) => elements.forEach((one: any) => this.update(one)));
    eventBus.on('selection.changed', ({ oldSelection, newSelection }: any) =>
      [...oldSelection, ...newSelection].forEach((one: any) => this.update(one))
    );
    eventBus.on('element.hover', ({ element }: any) => this.hover(this.blocks.of(element) ? element : undefined));
    eventBus.on('drag.start', () => this.show(false));
    eventBus.on('drag.cleanup', () => this.show(true));
    eventBus.on('diagram.clear', () => {
      this.shown.forEach((handle) => remove(handle));
      this.shown.clear();
      this.hovered = undefined;
    });
    eventBus.on('usher.locked', () => elementRegistry.forEach((one: any) => this.update(one)));
  }

  private show(all: boolean) {
    attr(this.layer(), { display: all ? 'inline' : 'none' } as any);
  }

  private hover(card: any) {
    window.clearTimeout(this.leaving);
    if (card === this.hovered) return;
    const settle = () => {
      const before = this.hovered;
      this.hovered = card;
      this.update(before);
      this.update(card);
    };
    if (card) settle();
    else this.leaving = window.setTimeout(settle, LINGER);
  }

  private update(card: any) {
    const ways = this.blocks.of(card)?.ways;
    if (!ways) return;
    const there = this.elementRegistry.get(card.id) === card;
    const open = card.outgoing.length === 0;
    const wanted = there && ways !== 'none' && !this.lock.locked && (open || card === this.hovered || this.selection.isSelected(card));
    if (!wanted) this.hide(card);
    else attr(this.shown.get(card.id) ?? this.make(card), { transform: `translate(${card.x + card.width / 2} ${card.y + card.height})` } as any);
  }

  private hide(card: any) {
    const handle = this.shown.get(card.id);
    if (handle) remove(handle);
    this.shown.delete(card.id);
  }

  private make(card: any): SVGElement {
    const handle = create('g') as SVGElement;
    attr(handle, { class: 'us-handle', 'data-handle': card.id } as any);
    for (const [name, shape] of [
      ['circle', { r: 16, class: 'us-handle-reach' }],
      ['circle', { r: 10, class: 'us-handle-dot' }],
      ['path', { d: 'M-4.5 0h9M0-4.5v9', class: 'us-handle-plus' }],
    ] as const) {
      const part = create(name);
      attr(part, shape as any);
      append(handle, part);
    }
    const title = create('title');
    title.textContent = this.words.addAfter;
    append(handle, title);
    const current = () => this.elementRegistry.get(card.id);
    handle.addEventListener('mouseenter', () => this.hover(current()));
    handle.addEventListener('mouseleave', () => this.hover(undefined));
    handle.addEventListener('mousedown', (event) => {
      event.stopPropagation();
      if (event.button === 0) this.connect.start(event, current(), { x: card.x + card.width / 2, y: card.y + card.height });
    });
    handle.addEventListener('click', (event) => {
      event.stopPropagation();
      this.blockMenu.openAt(current());
    });
    this.shown.set(card.id, handle);
    append(this.layer(), handle);
    return handle;
  }

  private layer(): SVGElement {
    return this.canvas.getLayer('us-handles', 5);
  }
}
