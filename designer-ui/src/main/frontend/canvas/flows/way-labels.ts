import { append, attr, create, remove } from 'tiny-svg';
import { fit, width } from '../cards/text';
import { exitOf } from '../drawing';
import type { Marks } from '../marks/marks';
import type { Words } from '../words';
import { Crowd } from './crowd';
import { labelPoints, wayLabel, wayWords, type Point, type WayWords } from './way-label';

const MOST = 300;
const READABLE = 110;
const LEAST = 56;
const AIR = 20;
const HEIGHT = 22;
const BETWEEN = ' · ';
/** Of what the mouse does on a label, what its line has to know. */
const HANDED_ON = { mousedown: 'mousedown', click: 'click', dblclick: 'dblclick', mouseover: 'mouseover', mouseout: 'mouseout' };

interface Label extends Point {
  wide: number;
  name: string;
  says: string;
}

/**
 * The labels on the ways out of decisions: what a way is called and its rule in words, above all lines, so that none runs
 * through them, and only as wide as there is room between the cards; the whole text shows where the mouse rests.
 */
export class WayLabels {
  static $inject = ['eventBus', 'canvas', 'elementRegistry', 'injector', 'marks', 'config.words'];

  private readonly flows = new Map<string, any>();
  private readonly shown = new Map<string, { label: SVGElement; says: string }>();
  private waiting = false;

  constructor(
    eventBus: any,
    private readonly canvas: any,
    private readonly elementRegistry: any,
    private readonly injector: any,
    private readonly marks: Marks,
    private readonly words: Words
  ) {
    eventBus.on(['connection.added', 'connection.changed'], ({ element }: any) => {
      this.flows.set(element.id, element);
      this.soon();
    });
    eventBus.on('connection.removed', ({ element }: any) => {
      this.flows.delete(element.id);
      this.hide(element.id);
    });
    eventBus.on(['shape.added', 'shape.changed', 'shape.removed'], () => this.soon());
    eventBus.on('element.marker.update', ({ element, marker, add }: any) =>
      this.shown.get(element.id)?.label.classList.toggle(marker, add)
    );
    eventBus.on(['diagram.clear', 'diagram.destroy'], () => {
      this.flows.clear();
      [...this.shown.keys()].forEach((id) => this.hide(id));
    });
  }

  /** Once for all that changes together: each label stands where the others and the cards leave room. */
  private soon() {
    if (this.waiting || !this.flows.size) return;
    this.waiting = true;
    queueMicrotask(() => {
      this.waiting = false;
      this.place();
    });
  }

  private place() {
    const ways = [...this.flows.values()].filter((flow) => exitOf(flow));
    for (const id of this.shown.keys()) if (!exitOf(this.flows.get(id))) this.hide(id);
    if (!ways.length) return;
    const crowd = new Crowd(this.elementRegistry.filter((e: any) => !e.waypoints && e.width && e.parent && e.type !== 'label'));
    for (const flow of ways) {
      const label = this.label(flow, crowd);
      if (label) crowd.add({ x: label.x - label.wide / 2, y: label.y - HEIGHT / 2, width: label.wide, height: HEIGHT });
      this.show(flow, label);
    }
  }

  private label(flow: any, crowd: Crowd): Label | undefined {
    const said = wayWords(exitOf(flow)!, this.words, this.marks.segmentNames);
    if (!said.name && !said.says) return undefined;
    const whole = Math.min(MOST, natural(said) + AIR);
    const shared = flow.target?.incoming.some((other: any) => other !== flow && exitOf(other));
    const room = (point: Point) => Math.min(MOST, crowd.room(point, HEIGHT));
    const points = labelPoints(flow.waypoints, shared);
    // where two ways are one line, their words stand beside each other
    const beside = [1, -1, 2, -2].map((side) => ({ x: points[0].x + side * (whole + LEAST / 4), y: points[0].y }));
    const places = [...points, ...beside].map((point) => ({ point, room: room(point) }));
    const roomiest = places.reduce((best, place) => (place.room > best.room ? place : best));
    const chosen = places.find((place) => place.room >= Math.min(whole, READABLE)) ?? roomiest;
    const has = Math.max(LEAST, chosen.room) - AIR;
    const name = fit(said.name, has, 'way');
    const left = has - width(name && said.says ? name + BETWEEN : name, 'way');
    const says = said.says && left > LEAST / 2 ? (name ? BETWEEN : '') + fit(said.says, left, 'summary') : '';
    return { ...chosen.point, wide: Math.ceil(width(name, 'way') + width(says, 'summary')) + AIR, name, says };
  }

  private show(flow: any, label: Label | undefined) {
    const before = this.shown.get(flow.id);
    const says = JSON.stringify([label, wayLabel(exitOf(flow)!, this.words, this.marks.segmentNames)]);
    if (before?.says === says) return;
    this.hide(flow.id);
    if (label) this.shown.set(flow.id, { label: this.draw(flow, label), says });
  }

  private draw(flow: any, { x, y, wide, name, says }: Label): SVGElement {
    const label = create('g') as SVGElement;
    attr(label, { class: ['us-way-of', ...(flow.markers ?? [])].join(' '), 'data-way': flow.id } as any);
    const pill = create('rect');
    attr(pill, { x: x - wide / 2, y: y - HEIGHT / 2, width: wide, height: HEIGHT, rx: HEIGHT / 2, class: 'us-way' } as any);
    const text = create('text');
    attr(text, { x, y: y + 4, class: 'us-way-label' } as any);
    for (const [part, kind] of [[name, 'us-way-name'], [says, 'us-way-says']]) {
      const span = create('tspan');
      attr(span, { class: kind } as any);
      span.textContent = part;
      if (part) append(text, span);
    }
    const title = create('title');
    title.textContent = wayLabel(exitOf(flow)!, this.words, this.marks.segmentNames);
    [pill, text, title].forEach((part) => append(label, part));
    this.handOn(label, flow);
    append(this.canvas.getLayer('us-ways', 1), label);
    return label;
  }

  /** Who means the line may click on its words. */
  private handOn(label: SVGElement, flow: any) {
    const events = this.injector.get('interactionEvents', false);
    if (!events) return;
    for (const [type, heard] of Object.entries(HANDED_ON)) {
      label.addEventListener(type, (event) => {
        event.stopPropagation();
        events.triggerMouseEvent(heard, event, flow);
      });
    }
  }

  private hide(id: string) {
    const shown = this.shown.get(id);
    if (shown) remove(shown.label);
    this.shown.delete(id);
  }
}

function natural({ name, says }: WayWords): number {
  return width(name, 'way') + width(says, 'summary') + (name && says ? width(BETWEEN, 'summary') : 0);
}
