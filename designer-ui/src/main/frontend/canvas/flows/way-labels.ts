import { append, attr, create, remove } from 'tiny-svg';
import { fit, width } from '../cards/text';
import { exitOf } from '../drawing';
import type { Words } from '../words';
import { labelPoint, wayLabel } from './way-label';

const ROOM = 168;
const HEIGHT = 22;

/** The labels on the ways out of decisions, above all lines, so that none runs through their words. */
export class WayLabels {
  static $inject = ['eventBus', 'canvas', 'config.words'];

  private readonly shown = new Map<string, SVGElement>();

  constructor(
    eventBus: any,
    private readonly canvas: any,
    private readonly words: Words
  ) {
    eventBus.on(['connection.added', 'connection.changed'], ({ element }: any) => this.update(element));
    eventBus.on('connection.removed', ({ element }: any) => this.hide(element));
    eventBus.on('element.marker.update', ({ element, marker, add }: any) => this.shown.get(element.id)?.classList.toggle(marker, add));
    eventBus.on('diagram.clear', () => {
      this.shown.forEach((label) => remove(label));
      this.shown.clear();
    });
  }

  private update(flow: any) {
    const exit = exitOf(flow);
    const text = exit ? wayLabel(exit, this.words) : '';
    const classes = this.shown.get(flow.id)?.getAttribute('class') ?? 'us-way-of';
    this.hide(flow);
    if (text) this.show(flow, text, classes);
  }

  private show(flow: any, text: string, classes: string) {
    const shared = (flow.target?.incoming ?? []).some((other: any) => other !== flow && exitOf(other));
    const { x, y } = labelPoint(flow.waypoints, shared);
    const said = fit(text, ROOM, 'way');
    const wide = Math.ceil(width(said, 'way')) + 20;
    const label = create('g') as SVGElement;
    attr(label, { class: classes } as any);
    const pill = create('rect');
    attr(pill, { x: x - wide / 2, y: y - HEIGHT / 2, width: wide, height: HEIGHT, rx: HEIGHT / 2, class: 'us-way' } as any);
    const words = create('text');
    attr(words, { x, y: y + 4, class: 'us-way-label' } as any);
    words.textContent = said;
    append(label, pill);
    append(label, words);
    append(this.canvas.getLayer('us-ways', 1), label);
    this.shown.set(flow.id, label);
  }

  private hide(flow: any) {
    const label = this.shown.get(flow.id);
    if (label) remove(label);
    this.shown.delete(flow.id);
  }
}
