import BpmnImporter from 'bpmn-js/lib/import/BpmnImporter';
import ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import BpmnLayouter from 'bpmn-js/lib/features/modeling/BpmnLayouter';
import OutlineProvider from 'bpmn-js/lib/features/outline/OutlineProvider';
import { attr, create } from 'tiny-svg';
import { BLOCK, EXIT, property } from '../drawing';
import { detour } from './detour';
import { route } from './route';

export const CARD = { width: 220, height: 72 };

/** Known by the drawing alone, since these stand below the catalogue in the order of injection. */
export function isCard(element: any): boolean {
  return !!element && !element.waypoints && element.type !== 'label' && property(element, BLOCK) !== undefined;
}

/** A card has its title inside, a way out of a decision its label on the line. */
function hasItsOwnWords(elementOrBo: any): boolean {
  return isCard(elementOrBo) || property(elementOrBo, EXIT) !== undefined;
}

/** Seen larger than it is drawn. */
function isEnlarged({ di, width }: any): boolean {
  return di.bounds.width !== width;
}

/** Cards have one size, whatever BPMN element is behind them. */
export class CardElementFactory extends (ElementFactory as any) {
  static $inject = (ElementFactory as any).$inject;

  getDefaultSize(element: any, di: any) {
    return isCard(element) ? { ...CARD } : super.getDefaultSize(element, di);
  }
}

/**
 * Events, gateways and flows carry their label outside, cards do not. What another tool drew smaller than a card, such as an
 * event of 36 by 36, is seen in the size of a card round the same middle, and its lines from card to card; the document
 * keeps what it says until the card is moved.
 */
export class CardImporter extends (BpmnImporter as any) {
  static $inject = (BpmnImporter as any).$inject;

  add(semantic: any, di: any, parent: any) {
    const seen = this.seen(semantic, di);
    const element = super.add(semantic, seen ?? di, parent);
    if (seen) element.di = di;
    return element;
  }

  private seen(semantic: any, di: any): any {
    if (di.bounds && property(semantic, BLOCK) !== undefined) {
      const { x, y, width, height } = di.bounds;
      if (width >= CARD.width && height >= CARD.height) return undefined;
      const bounds = { x: x + (width - CARD.width) / 2, y: y + (height - CARD.height) / 2, ...CARD };
      return Object.create(di, { bounds: { value: bounds } });
    }
    if (!di.waypoint) return undefined;
    const ends = [semantic.sourceRef, semantic.targetRef].map((end) => end?.id && this._elementRegistry.get(end.id));
    if (!ends.every(isCard) || !ends.some(isEnlarged)) return undefined;
    const [source, target] = ends;
    return Object.create(di, { waypoint: { value: route(source, target, semantic.sourceRef.$type === 'bpmn:ExclusiveGateway') } });
  }

  addLabel(semantic: any, di: any, element: any) {
    return hasItsOwnWords(element) ? undefined : super.addLabel(semantic, di, element);
  }
}

export class NoCardLabels {
  static $inject = ['modeling'];

  constructor(modeling: any) {
    const createLabel = modeling.createLabel.bind(modeling);
    modeling.createLabel = (target: any, ...rest: any[]) => (hasItsOwnWords(target) ? undefined : createLabel(target, ...rest));
  }
}

/** Names are edited in the form. */
export class NoLabelEditing {
  activate() {
    return undefined;
  }
}

/** Flows between cards are laid anew each time, so that they never keep a detour of the past; they run round other cards. */
export class CardLayouter extends (BpmnLayouter as any) {
  static $inject = (BpmnLayouter as any).$inject;

  layoutConnection(connection: any, hints: any) {
    const source = hints?.source ?? connection.source;
    const target = hints?.target ?? connection.target;
    const points =
      isCard(source) && isCard(target)
        ? route(source, target, source.businessObject.$type === 'bpmn:ExclusiveGateway')
        : super.layoutConnection(connection, hints);
    if (connection.businessObject?.$type !== 'bpmn:SequenceFlow') return points;
    const isInTheWay = (one: any) => one !== source && one !== target && one.parent === source.parent && isNode(one);
    return detour(points, this._elementRegistry.filter(isInTheWay));
  }
}

/** A card, or what another tool drew in its place. */
export function isNode(element: any): boolean {
  return !element.waypoints && element.type !== 'label' && !element.host && element.businessObject.$instanceOf('bpmn:FlowNode');
}

/** The built-in outline of a gateway is a diamond, that of an event a circle. */
export class CardOutline extends (OutlineProvider as any) {
  static $inject = (OutlineProvider as any).$inject;

  getOutline(element: any) {
    if (!isCard(element)) return super.getOutline(element);
    const outline = create('rect');
    const size = { x: -4, y: -4, rx: 15, width: element.width + 8, height: element.height + 8 };
    attr(outline, { ...size, ...this._styles.cls('djs-outline', ['no-fill']) });
    return outline;
  }

  /** Asked when the card has changed: it never changes its size. */
  updateOutline(element: any, outline: any) {
    return isCard(element) ? true : super.updateOutline(element, outline);
  }
}
