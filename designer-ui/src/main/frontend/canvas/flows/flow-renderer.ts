import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import { createLine } from 'diagram-js/lib/util/RenderUtil';
import { append, attr, create } from 'tiny-svg';
import type { Blocks } from '../blocks';

const CORNER = 12;

/** Draws the lines between cards: rounded corners and an arrow. */
export class FlowRenderer extends BaseRenderer {
  static $inject = ['eventBus', 'blocks'];

  constructor(
    eventBus: any,
    private readonly blocks: Blocks
  ) {
    super(eventBus, 2000);
  }

  override canRender(element: any): boolean {
    return element.waypoints && element.businessObject?.$type === 'bpmn:SequenceFlow' && this.isBetweenCards(element);
  }

  override drawConnection(parent: any, flow: any): any {
    const line = createLine(flow.waypoints, { class: 'us-flow' } as any, CORNER);
    append(parent, line);
    append(parent, arrow(flow.waypoints));
    return line;
  }

  private isBetweenCards(flow: any): boolean {
    return !!(this.blocks.of(flow.source) || this.blocks.of(flow.target));
  }
}

function arrow(waypoints: { x: number; y: number }[]): SVGElement {
  const end = waypoints[waypoints.length - 1];
  const before = waypoints[waypoints.length - 2] ?? end;
  const turn = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI;
  const head = create('path');
  attr(head, { d: 'M0 0-9-5-7 0-9 5z', transform: `translate(${end.x} ${end.y}) rotate(${turn})`, class: 'us-arrow' } as any);
  return head as SVGElement;
}
