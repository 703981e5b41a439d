import type { Point } from '../adding/room';
import { isBox, seen, taken, type Box } from './boxes';

/** The shapes and lines of a drawing by their elements, read and written in the document. */
export class Picture {
  private readonly dis = new Map<any, any>();

  /** @param ids every id of the document, to which those of what is made here are added */
  constructor(
    private readonly definitions: any,
    private readonly moddle: any,
    private readonly ids: Record<string, any>
  ) {
    for (const { plane } of definitions.get('diagrams')) {
      if (plane) plane.planeElement = plane.get('planeElement').filter((di: any) => this.keep(di));
    }
  }

  has(bo: any): boolean {
    return this.dis.has(bo);
  }

  di(bo: any): any {
    return this.dis.get(bo);
  }

  /** Where the element is seen. */
  seen(bo: any): Box | undefined {
    const bounds = this.dis.get(bo)?.bounds;
    return bounds && seen(bo, bounds);
  }

  /** The room it takes. */
  box(bo: any): Box | undefined {
    const bounds = this.dis.get(bo)?.bounds;
    return bounds && taken(bo, bounds);
  }

  line(bo: any): Point[] | undefined {
    return this.dis.get(bo)?.waypoint;
  }

  /** The plane on which an element is drawn as the whole. */
  planeOf(bo: any): any {
    return this.definitions.get('diagrams').find((diagram: any) => diagram.plane?.bpmnElement === bo)?.plane;
  }

  /** The plane of the process, which is shown first; made where there is none. */
  main(process: any): any {
    const diagrams = this.definitions.get('diagrams').filter((diagram: any) => diagram.plane);
    const own = diagrams.find((diagram: any) => diagram.plane.bpmnElement === process);
    const spare = diagrams.find((diagram: any) => diagram.plane.bpmnElement?.$type !== 'bpmn:SubProcess');
    const first = own ?? spare;
    this.definitions.diagrams = diagrams;
    if (!first) return this.addPlane(process);
    first.plane.bpmnElement = process;
    this.definitions.diagrams = [first, ...diagrams.filter((diagram: any) => diagram !== first)];
    return first.plane;
  }

  addPlane(bo: any): any {
    const plane = this.create('bpmndi:BPMNPlane', `${bo.id}_plane_di`, { bpmnElement: bo });
    const diagram = this.create('bpmndi:BPMNDiagram', `${bo.id}_diagram`, { plane });
    plane.$parent = diagram;
    diagram.$parent = this.definitions;
    this.definitions.get('diagrams').push(diagram);
    return plane;
  }

  addShape(plane: any, bo: any, { x, y, width, height }: Box) {
    const bounds = this.moddle.create('dc:Bounds', { x: Math.round(x), y: Math.round(y), width, height });
    const shape = this.create('bpmndi:BPMNShape', `${bo.id}_di`, { bpmnElement: bo, bounds });
    if (bo.$instanceOf('bpmn:SubProcess')) shape.isExpanded = true;
    bounds.$parent = shape;
    this.add(plane, shape);
  }

  addLine(plane: any, bo: any, points: Point[]) {
    const waypoint = points.map(({ x, y }) => this.moddle.create('dc:Point', { x: Math.round(x), y: Math.round(y) }));
    const edge = this.create('bpmndi:BPMNEdge', `${bo.id}_di`, { bpmnElement: bo, waypoint });
    for (const each of waypoint) each.$parent = edge;
    this.add(plane, edge);
  }

  /** Moves what was made here, when only afterwards it is known where it has room. */
  shift(bos: any[], { x, y }: Point) {
    for (const bo of bos) {
      const di = this.dis.get(bo);
      for (const point of [...(di?.bounds ? [di.bounds] : []), ...(di?.waypoint ?? [])]) {
        point.x += x;
        point.y += y;
      }
    }
  }

  private add(plane: any, di: any) {
    di.$parent = plane;
    plane.get('planeElement').push(di);
    this.dis.set(di.bpmnElement, di);
  }

  private create(type: string, wanted: string, values: object): any {
    let id = wanted;
    for (let n = 2; this.ids[id]; n++) id = `${wanted}_${n}`;
    return (this.ids[id] = this.moddle.create(type, { id, ...values }));
  }

  /** A shape without bounds, a line without points, or what stands for nothing cannot be drawn. */
  private keep(di: any): boolean {
    const bo = di.bpmnElement;
    if (!bo || this.dis.has(bo) || !isOf(bo, this.definitions)) return false;
    const isLine = di.$type === 'bpmndi:BPMNEdge';
    const points = (di.waypoint ?? []).filter((point: any) => Number.isFinite(point.x) && Number.isFinite(point.y));
    if (isLine ? points.length < 2 || !isConnection(bo) : !isBox(di.bounds) || isConnection(bo)) return false;
    if (isLine) di.waypoint = points;
    if (di.label?.bounds && !isBox(di.label.bounds)) di.label.bounds = undefined;
    this.dis.set(bo, di);
    return true;
  }
}

function isConnection(bo: any): boolean {
  return ['bpmn:SequenceFlow', 'bpmn:Association', 'bpmn:DataAssociation', 'bpmn:MessageFlow'].some((type) => bo.$instanceOf(type));
}

/** Whether it still stands in the document: what belonged to a pool or a lane went with it. */
function isOf(bo: any, definitions: any): boolean {
  let at = bo;
  while (at.$parent && at.$parent !== definitions) at = at.$parent;
  if (['bpmn:Lane', 'bpmn:Participant'].some((type) => bo.$instanceOf(type))) return false;
  return at.$parent === definitions && definitions.get('rootElements').includes(at);
}
