import { free, type Point } from '../adding/room';
import type { Blocks } from '../blocks';
import { follow } from '../fit';
import type { Lock } from '../lock/lock';
import { say, type Words } from '../words';

const BESIDE = { x: 40, y: 40 };

/** Copy, cut, paste and duplicate, also from one workflow into another. A Start is never copied: there is one. */
export class Copies {
  static $inject = ['eventBus', 'copyPaste', 'clipboard', 'selection', 'canvas', 'elementRegistry', 'blocks', 'lock', 'config.words'];

  constructor(
    private readonly eventBus: any,
    private readonly copyPaste: any,
    private readonly clipboard: any,
    private readonly selection: any,
    private readonly canvas: any,
    private readonly elementRegistry: any,
    private readonly blocks: Blocks,
    private readonly lock: Lock,
    private readonly words: Words
  ) {
    eventBus.on('copyPaste.canCopyElements', 2000, ({ elements }: any) => elements.filter((one: any) => this.canCopy(one)));
  }

  canCopy(element: any): boolean {
    const block = this.blocks.of(element);
    return block !== undefined && block.drawn !== 'start-event';
  }

  copy() {
    const count = this.selected().length;
    if (count) this.copyPaste.copy(this.selected());
    if (count) this.eventBus.fire('usher.say', { text: say(this.words.copied, count) });
  }

  cut() {
    if (!this.lock.locked && this.selected().length) this.copyPaste.cut(this.selected());
  }

  paste() {
    if (!this.lock.locked) this.place(this.clipboard.get());
  }

  duplicate(elements: any[] = this.selection.get()) {
    const some = elements.filter((one) => this.canCopy(one));
    if (!this.lock.locked && some.length) this.place(this.copyPaste.copy(some, { clip: false }));
  }

  private selected(): any[] {
    return this.selection.get().filter((one: any) => this.canCopy(one));
  }

  private place(tree: any) {
    const boxes = Object.values(tree ?? {}).flat().filter((one: any) => !one.waypoints) as any[];
    if (!boxes.length) return;
    const size = extent(boxes);
    const point = free(this.near(size), this.cards(), BESIDE, size);
    const made = this.copyPaste.paste({ element: this.canvas.getRootElement(), point, tree });
    if (!made?.length) return;
    this.selection.select(made.filter((one: any) => this.blocks.of(one)));
    follow(this.canvas, made[0], 80);
  }

  /** Where the original stands, as long as that is in view; else the middle of the view. */
  private near(size: { x: number; y: number; width: number; height: number }): Point {
    const middle = { x: Math.round(size.x + size.width / 2), y: Math.round(size.y + size.height / 2) };
    const view = this.canvas.viewbox();
    const seen = middle.x > view.x && middle.x < view.x + view.width && middle.y > view.y && middle.y < view.y + view.height;
    return seen ? middle : { x: Math.round(view.x + view.width / 2), y: Math.round(view.y + view.height / 2) };
  }

  private cards(): any[] {
    return this.elementRegistry.filter((e: any) => this.blocks.of(e));
  }
}

function extent(boxes: { x: number; y: number; width: number; height: number }[]) {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
