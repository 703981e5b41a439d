import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import type { Blocks } from '../blocks';
import { downstream, GAP } from './room';

const NEARLY = 8;

interface Gap {
  source: any;
  target: any;
  by: number;
}

/** What follows a block that is deleted from a line closes up to it again, as far as it had made room. */
export class CloseGap extends CommandInterceptor {
  static $inject = ['eventBus', 'modeling', 'elementRegistry', 'blocks'];

  private readonly made = new WeakMap<any, number>();

  constructor(
    eventBus: any,
    private readonly modeling: any,
    private readonly elementRegistry: any,
    private readonly blocks: Blocks
  ) {
    super(eventBus);
    this.preExecute('shape.delete', 2000, ({ context }: any) => {
      context.gap = this.gapOf(context.shape);
    });
    this.postExecuted('shape.delete', ({ context }: any) => {
      if (context.gap) this.close(context.gap);
    });
  }

  /** So much room was made for this block when it was put into a line. */
  remember(shape: any, room: number) {
    this.made.set(shape, room);
  }

  private gapOf(shape: any): Gap | undefined {
    const [before, ...others] = shape.incoming ?? [];
    const [after, ...more] = shape.outgoing ?? [];
    if (!before || !after || others.length || more.length || !this.blocks.of(shape)) return undefined;
    const { source } = before;
    const { target } = after;
    if (source === target || !this.blocks.of(source) || !this.blocks.of(target)) return undefined;
    const above = shape.y - source.y - source.height;
    const below = target.y - shape.y - shape.height;
    const close = (gap: number) => gap >= 0 && gap <= GAP.y + NEARLY;
    if (!close(below)) return undefined;
    const made = this.made.get(shape);
    if (made !== undefined) return made > 0 ? { source, target, by: made } : undefined;
    return close(above) ? { source, target, by: target.y - shape.y } : undefined;
  }

  private close({ source, target, by }: Gap) {
    const moving = this.moving(source, target, by);
    if (moving.length) this.modeling.moveElements(moving, { x: 0, y: -by }, undefined, { autoResize: false });
  }

  /** None that would come too close to what stays. */
  private moving(source: any, target: any, by: number): any[] {
    let moving = downstream(target, new Set([source])).filter((one) => one.y >= target.y);
    for (let held: any; (held = moving.find((one) => this.isHeld(one, moving, by))); ) {
      const kept = new Set(downstream(held, new Set([source])));
      moving = moving.filter((one) => !kept.has(one));
    }
    return moving;
  }

  private isHeld(card: any, moving: any[], by: number): boolean {
    const top = card.y - by;
    const tooHigh = (card.incoming ?? []).some(({ source: from }: any) => {
      return !moving.includes(from) && from.y < card.y && from.y + from.height + GAP.y - NEARLY > top;
    });
    const onOther = this.elementRegistry.find((other: any) => {
      if (!this.blocks.of(other) || moving.includes(other)) return false;
      const across = other.x < card.x + card.width && card.x < other.x + other.width;
      return across && other.y < top + card.height && top < other.y + other.height;
    });
    return tooHigh || !!onOther;
  }
}
