import ContextPad from 'diagram-js/lib/features/context-pad/ContextPad';
import { getBBox } from 'diagram-js/lib/util/Elements';
import type { Blocks } from '../blocks';
import { isInTheWay, padPlace, type Around, type Rect } from './pad-place';

const BUTTON = 28;
const BETWEEN = 4;
const SMALLER_FROM = 0.6;
const LEAST = 0.6;
const AWAY = 10;
const HANDLE = 16;
const NEAR = 4;
const TOOLS = '.us-toolbar, .bjs-powered-by, .djs-minimap.open';

/** No second click of a double click shall meet a button that has come under the mouse just now. */
const NOT_YET = 250;

/**
 * The buttons beside what is selected never lie where a person is about to click or to connect: not on another card, a
 * handle, the tools or the mark of bpmn.io, not while something is dragged, and not at once where the mouse rests.
 */
export class CalmPad extends (ContextPad as any) {
  static $inject = ['canvas', 'elementRegistry', 'eventBus', 'scheduler', 'blocks'];

  constructor(
    private readonly canvas: any,
    private readonly elementRegistry: any,
    eventBus: any,
    scheduler: any,
    private readonly blocks: Blocks
  ) {
    super(canvas, elementRegistry, eventBus, scheduler);
    const busy = (now: boolean) => () => void canvas.getContainer().classList.toggle('us-busy', now);
    eventBus.on('drag.init', busy(true));
    eventBus.on('drag.cleanup', busy(false));
    eventBus.on('contextPad.open', ({ current: { html } }: any) => {
      html.classList.add('us-pad-new');
      window.setTimeout(() => html.classList.remove('us-pad-new'), NOT_YET);
    });
  }

  /** What follows is done with the keys of the drawing. */
  triggerEntry(entry: string, action: string, event: Event, autoActivate?: boolean) {
    const done = super.triggerEntry(entry, action, event, autoActivate);
    if (action === 'click') this.canvas.focus();
    return done;
  }

  _getPosition(target: any) {
    const many = Array.isArray(target) ? target : [target];
    const html: HTMLElement = this._current.html;
    const buttons = [...html.querySelectorAll('.entry')];
    const small = this.smaller();
    const [wide, step] = [BUTTON * small, (BUTTON + BETWEEN) * small];
    const long = Math.max(1, buttons.length) * step - BETWEEN * small;
    const around = this.around(many);
    const place = padPlace(this.targets(many), { width: wide, height: long }, { width: long, height: wide }, around);
    html.classList.toggle('us-pad-row', place.row);
    html.style.scale = String(small);
    buttons.forEach((button, i) => {
      const left = place.left + (place.row ? i * step : 0);
      const top = place.top + (place.row ? 0 : i * step);
      button.classList.toggle('us-pad-off', isInTheWay({ left, top, width: wide, height: wide }, around));
    });
    return { left: place.left, top: place.top };
  }

  /** Seen from afar the gaps between cards are small, and so are the buttons in them. */
  private smaller(): number {
    return Math.max(LEAST, Math.min(1, this.canvas.zoom() / SMALLER_FROM));
  }

  private around(many: any[]): Around {
    const cards = this.elementRegistry.filter((one: any) => this.blocks.of(one));
    const stage: HTMLElement = this.canvas.getContainer();
    return {
      room: { left: NEAR, top: NEAR, width: stage.clientWidth - 2 * NEAR, height: stage.clientHeight - 2 * NEAR },
      never: [...stage.closest('.us-stage')!.querySelectorAll(TOOLS)].map((tool) => this.rect(tool)),
      handles: cards.filter((one: any) => this.blocks.of(one)!.ways !== 'none').map((card: any) => this.seen(handleOf(card))),
      cards: cards.filter((one: any) => !many.includes(one)).map((card: any) => this.seen(card)),
      away: AWAY * Math.max(0.2, Math.min(1, this.canvas.zoom() ** 2)),
    };
  }

  /** A line has its buttons at the middle of a piece of it, the last one first. */
  private targets(many: any[]): Rect[] {
    const [line] = many;
    if (many.length === 1 && line.waypoints) {
      const middles = line.waypoints.slice(1).map((at: any, i: number) => ({
        x: (at.x + line.waypoints[i].x) / 2,
        y: (at.y + line.waypoints[i].y) / 2,
        width: 0,
        height: 0,
      }));
      return middles.reverse().map((middle: any) => this.seen(middle));
    }
    return [this.seen(getBBox(many))];
  }

  private seen({ x, y, width, height }: any): Rect {
    const view = this.canvas.viewbox();
    const { scale } = view;
    return { left: (x - view.x) * scale, top: (y - view.y) * scale, width: width * scale, height: height * scale };
  }

  private rect(element: Element): Rect {
    const from = this.canvas.getContainer().getBoundingClientRect();
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left: left - from.left, top: top - from.top, width, height };
  }
}

function handleOf({ x, y, width, height }: any) {
  return { x: x + width / 2 - HANDLE, y: y + height - HANDLE, width: 2 * HANDLE, height: 2 * HANDLE };
}
