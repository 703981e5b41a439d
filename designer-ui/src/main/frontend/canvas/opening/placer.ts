import { CARD, isCard } from '../cards/card-shapes';
import { arrange } from '../tidy/arrange';
import { around, isBox, isCardSoon, join, sized, sizeOf, straight, union, type Box } from './boxes';
import type { Picture } from './picture';
import { beside, spot, type Surroundings } from './spots';

const PAD = 40;
const ATTACHED = { size: 36, first: 40, step: 46 };

/** Gives a place in the picture to every element that has none. */
export class Placer {
  /** What was placed. */
  readonly nodes: any[] = [];
  readonly lines: any[] = [];

  constructor(private readonly picture: Picture) {}

  /** Everything in a process or subprocess, on this plane; the extent of it. */
  fill(container: any, plane: any): Box | undefined {
    const elements = container.get('flowElements');
    const flows = elements.filter((one: any) => one.$type === 'bpmn:SequenceFlow');
    const attached = elements.filter((one: any) => one.$type === 'bpmn:BoundaryEvent');
    const nodes = elements.filter((one: any) => isPlaced(one) && !attached.includes(one));
    const missing = nodes.filter((one: any) => !this.picture.has(one));
    // what stands in a subprocess says how large it is
    const hadContent = missing.filter(isFilled).filter((one: any) => this.inside(one, plane));
    if (missing.length === nodes.length && !hadContent.length) this.arrangeAll(nodes, flows, plane);
    else this.placeEach(missing, nodes, flows, plane);
    for (const one of nodes.filter((node: any) => isFilled(node))) this.enclose(one, plane);
    for (const one of attached) this.attach(one, plane);
    this.drawNotes(container, plane);
    for (const one of [...flows, ...associations(container)]) this.draw(one, plane);
    const boxes = [...nodes, ...attached].map((one: any) => this.picture.box(one)).filter(Boolean) as Box[];
    return boxes.length ? union(boxes) : undefined;
  }

  private arrangeAll(nodes: any[], flows: any[], plane: any) {
    const at = (end: any) => (end?.attachedToRef ?? end)?.id;
    const ids = new Set(nodes.map((one) => one.id));
    const edges = flows
      .map((flow) => ({ id: flow.id, from: at(flow.sourceRef), to: at(flow.targetRef), flow }))
      .filter(({ from, to }) => ids.has(from) && ids.has(to));
    const places = arrange(
      nodes.map((one) => ({ id: one.id, ...this.size(one) })),
      edges
    );
    for (const one of nodes) this.put(one, { ...places.get(one.id)!, ...this.size(one) }, plane);
  }

  /** One after another, each beside the neighbours that have a place by then. */
  private placeEach(missing: any[], nodes: any[], flows: any[], plane: any) {
    const waiting = [...missing];
    while (waiting.length) {
      const next =
        waiting.find((one) => this.neighbour(one, flows, 'sourceRef')) ??
        waiting.find((one) => this.neighbour(one, flows, 'targetRef')) ??
        waiting[0];
      waiting.splice(waiting.indexOf(next), 1);
      const before = this.neighbour(next, flows, 'sourceRef');
      const after = this.neighbour(next, flows, 'targetRef');
      this.put(next, spot(this.size(next), { before, after, ...this.surroundings([...nodes, ...flows]) }), plane);
    }
  }

  private neighbour(node: any, flows: any[], end: 'sourceRef' | 'targetRef'): Box | undefined {
    const own = end === 'sourceRef' ? 'targetRef' : 'sourceRef';
    const near = flows.filter((flow) => flow[own] === node).map((flow) => flow[end]?.attachedToRef ?? flow[end]);
    return near.map((one) => one && this.picture.box(one)).find(Boolean);
  }

  private put(bo: any, { x, y, width, height }: Box, plane: any) {
    const box = { x, y, width, height };
    this.picture.addShape(plane, bo, isCardSoon(bo) && !isCard(bo) ? sized(box, sizeOf(bo)) : box);
    this.nodes.push(bo);
  }

  private size(bo: any): { width: number; height: number } {
    return this.inner.get(bo) ?? (isCardSoon(bo) ? CARD : sizeOf(bo));
  }

  // subprocesses

  private readonly inner = new Map<any, { width: number; height: number }>();

  /** Places what a subprocess without a place has inside; whether any of it had one already. */
  private inside(sub: any, plane: any): boolean {
    const had = sub.get('flowElements').some((one: any) => this.picture.has(one));
    const extent = this.fill(sub, plane);
    if (extent) this.inner.set(sub, { width: extent.width + 2 * PAD, height: extent.height + 2 * PAD });
    return had;
  }

  /** A subprocess that was drawn gets what is missing in it, and holds all of it. */
  private enclose(sub: any, plane: any) {
    const di = this.picture.di(sub);
    if (this.nodes.includes(sub)) {
      const extent = this.extent(sub);
      if (extent) this.picture.shift(content(sub), { x: di.bounds.x + PAD - extent.x, y: di.bounds.y + PAD - extent.y });
      return;
    }
    const own = this.picture.planeOf(sub);
    const drawn = content(sub).some((one) => this.picture.has(one));
    if (own || (!di.isExpanded && !drawn)) {
      this.fill(sub, own ?? this.picture.addPlane(sub));
      return;
    }
    const before = this.nodes.length;
    this.fill(sub, plane);
    const made = this.nodes.length > before;
    const extent = this.extent(sub);
    if (!made || !extent || !di.isExpanded) return;
    if (!drawn) this.picture.shift(content(sub), { x: di.bounds.x + PAD - extent.x, y: di.bounds.y + PAD - extent.y });
    const needed = union([around(this.extent(sub)!, PAD / 2), di.bounds]);
    if (isBox(needed)) Object.assign(di.bounds, { x: needed.x, y: needed.y, width: needed.width, height: needed.height });
  }

  private extent(sub: any): Box | undefined {
    const boxes = sub.get('flowElements').map((one: any) => this.picture.box(one)).filter(Boolean);
    return boxes.length ? union(boxes) : undefined;
  }

  // what hangs on others

  private attach(event: any, plane: any) {
    const host = this.picture.seen(event.attachedToRef);
    if (this.picture.has(event) || !host) return;
    const others = event.$parent.get('flowElements').filter((one: any) => one !== event && one.attachedToRef === event.attachedToRef);
    const turn = others.filter((one: any) => this.picture.has(one)).length;
    const { size, first, step } = ATTACHED;
    const x = host.x + host.width - first - (turn * step) % Math.max(step, host.width - first);
    this.put(event, { x, y: host.y + host.height - size / 2, width: size, height: size }, plane);
  }

  private drawNotes(container: any, plane: any) {
    const notes = (container.get('artifacts') ?? []).filter((one: any) => one.$type === 'bpmn:TextAnnotation');
    for (const note of notes.filter((one: any) => !this.picture.has(one))) {
      const near = associations(container).map(ends).find((both) => both.includes(note)) ?? [];
      const about = near.map((end) => end && this.picture.box(end)).find(Boolean);
      const size = sizeOf(note);
      const surroundings = this.surroundings([...container.get('flowElements'), ...notes]);
      this.put(note, about ? beside(about, size, surroundings) : spot(size, surroundings), plane);
    }
  }

  private draw(line: any, plane: any) {
    if (this.picture.has(line)) return;
    const [source, target] = ends(line);
    const [from, to] = [source, target].map((end) => end && this.picture.seen(end));
    if (!from || !to) return;
    const others = (source.$parent.get?.('flowElements') ?? []).filter((one: any) => one !== source && one !== target && isCard(one));
    const boxes = others.map((one: any) => this.picture.box(one)).filter(Boolean);
    const isFlow = line.$type === 'bpmn:SequenceFlow';
    this.picture.addLine(plane, line, isFlow ? join(from, to, [source, target], boxes) : straight(from, to));
    this.lines.push(line);
  }

  private surroundings(bos: any[]): Surroundings {
    const boxes = bos.map((one) => this.picture.box(one)).filter(Boolean) as Box[];
    const lines = bos.map((one) => this.picture.line(one)).filter(Boolean) as Surroundings['lines'];
    return { boxes, lines };
  }
}

function isPlaced(bo: any): boolean {
  return ['bpmn:FlowNode', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'].some((type) => bo.$instanceOf(type));
}

function isFilled(bo: any): boolean {
  return bo.$instanceOf('bpmn:SubProcess') && bo.get('flowElements').length > 0;
}

/** All that stands in a subprocess, however deep. */
function content(sub: any): any[] {
  const own = [...sub.get('flowElements'), ...(sub.get('artifacts') ?? []), ...associations(sub)];
  return own.flatMap((one: any) => [one, ...(one.$instanceOf('bpmn:SubProcess') ? content(one) : [])]);
}

function associations(container: any): any[] {
  const notes = (container.get('artifacts') ?? []).filter((one: any) => one.$type === 'bpmn:Association');
  const data = container.get('flowElements').flatMap((one: any) => [
    ...(one.dataInputAssociations ?? []),
    ...(one.dataOutputAssociations ?? []),
  ]);
  return [...notes, ...data];
}

function ends(line: any): [any, any] {
  if (line.$type === 'bpmn:DataInputAssociation') return [line.sourceRef?.[0], line.$parent];
  if (line.$type === 'bpmn:DataOutputAssociation') return [line.$parent, line.targetRef];
  return [line.sourceRef, line.targetRef];
}
