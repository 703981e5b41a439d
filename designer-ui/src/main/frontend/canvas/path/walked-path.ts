import { append, attr, create, remove } from 'tiny-svg';
import type { Words } from '../words';

/** A block on the path and how it went. */
export interface Step {
  block: string;
  state: 'done' | 'now' | 'failed' | 'held' | 'stopped';
}

const STATES = {
  done: 'pathDone',
  now: 'pathNow',
  failed: 'pathFailed',
  held: 'pathHeld',
  stopped: 'pathStopped'
} as const;

const SIGNS = {
  done: 'M-4 0l3 3 5-6',
  failed: 'M-3-3l6 6M3-3l-6 6',
  held: 'M0-4.5v5M0 4v.01',
  stopped: 'M-3-3h6v6h-6z'
} as const;

/** Colours the path a journey walked: the blocks that are done, the lines between them, and the block where it stands. */
export class WalkedPath {
  static $inject = ['eventBus', 'canvas', 'elementRegistry', 'config.words'];

  private readonly drawn: (() => void)[] = [];

  constructor(
    eventBus: any,
    private readonly canvas: any,
    private readonly elementRegistry: any,
    private readonly words: Words
  ) {
    eventBus.on('diagram.clear', () => this.drawn.splice(0));
  }

  /** In the place of the path that was shown before. */
  show(path: Step[], standsAt?: string | null) {
    for (const takeAway of this.drawn.splice(0)) takeAway();
    const states = new Map<string, Step['state']>(path.map((step) => [step.block, step.state]));
    if (standsAt && !['failed', 'stopped'].includes(states.get(standsAt) ?? '')) states.set(standsAt, 'now');
    for (const [block, state] of states) this.mark(this.elementRegistry.get(block), state);
    const order = path.map((step) => step.block);
    if (standsAt && order[order.length - 1] !== standsAt) order.push(standsAt);
    for (let i = 1; i < order.length; i++) this.line(order[i - 1], order[i]);
    this.canvas.getContainer().classList.toggle('us-path-known', states.size > 0);
  }

  private line(from: string, to: string) {
    const flow = this.elementRegistry.get(from)?.outgoing?.find((one: any) => one.target.id === to);
    if (flow) this.marker(flow, 'us-done');
  }

  private mark(card: any, state: Step['state']) {
    if (!card) return;
    this.marker(card, `us-${state}`);
    const gfx = this.elementRegistry.getGraphics(card);
    const name = gfx.getAttribute('aria-label') ?? '';
    gfx.setAttribute('aria-label', `${this.words[STATES[state]]}: ${name}`);
    const sign = state === 'now' ? pulse(card) : badge(card, state);
    append(gfx, sign);
    this.drawn.push(() => {
      gfx.setAttribute('aria-label', name);
      remove(sign);
    });
  }

  private marker(element: any, marker: string) {
    this.canvas.addMarker(element, marker);
    this.drawn.push(() => this.canvas.removeMarker(element, marker));
  }
}

function pulse({ width, height }: any): SVGElement {
  const ring = create('rect');
  attr(ring, { x: -5, y: -5, width: width + 10, height: height + 10, rx: 16, class: 'us-pulse' } as any);
  return ring as any;
}

/** On the upper right corner, so that the state is not told by colour alone. */
function badge({ width }: any, state: keyof typeof SIGNS): SVGElement {
  const mark = create('g');
  attr(mark, { class: `us-state us-state-${state}`, transform: `translate(${width - 8} 4)` } as any);
  const dot = create('circle');
  attr(dot, { r: 10 } as any);
  const sign = create('path');
  attr(sign, { d: SIGNS[state] } as any);
  append(mark, dot);
  append(mark, sign);
  return mark as any;
}
