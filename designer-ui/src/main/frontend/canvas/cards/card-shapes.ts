import BpmnImporter from 'bpmn-js/lib/import/BpmnImporter';
import ElementFactory from 'bpmn-js/lib/features/modeling/ElementFactory';
import BpmnLayouter from 'bpmn-js/lib/features/modeling/BpmnLayouter';
import LabelEditingProvider from 'bpmn-js/lib/features/label-editing/LabelEditingProvider';
import OutlineProvider from 'bpmn-js/lib/features/outline/OutlineProvider';
import { attr, create } from 'tiny-svg';
import { BLOCK, property } from '../drawing';

export const CARD = { width: 220, height: 72 };

/** Known by the drawing alone, since these stand below the catalogue in the order of injection. */
function isCard(element: any): boolean {
  return !element?.waypoints && element?.type !== 'label' && property(element, BLOCK) !== undefined;
}

/** Cards have one size, whatever BPMN element is behind them. */
export class CardElementFactory extends (ElementFactory as any) {
  static $inject = (ElementFactory as any).$inject;

  getDefaultSize(element: any, di: any) {
    return isCard(element) ? { ...CARD } : super.getDefaultSize(element, di);
  }
}

/** Events and gateways carry their label outside; a card has its title inside. */
export class CardImporter extends (BpmnImporter as any) {
  static $inject = (BpmnImporter as any).$inject;

  addLabel(semantic: any, di: any, element: any) {
    return isCard(element) ? undefined : super.addLabel(semantic, di, element);
  }
}

export class NoCardLabels {
  static $inject = ['modeling'];

  constructor(modeling: any) {
    const createLabel = modeling.createLabel.bind(modeling);
    modeling.createLabel = (target: any, ...rest: any[]) => (isCard(target) ? undefined : createLabel(target, ...rest));
  }
}

/** A card's title is edited in its form. */
export class CardLabelEditing extends (LabelEditingProvider as any) {
  static $inject = (LabelEditingProvider as any).$inject;

  activate(element: any) {
    return isCard(element) ? undefined : super.activate(element);
  }
}

/** Flows leave a card below and enter one above. */
export class CardLayouter extends (BpmnLayouter as any) {
  static $inject = (BpmnLayouter as any).$inject;

  layoutConnection(connection: any, hints: any) {
    const downwards = isCard(connection.source) && isCard(connection.target);
    return super.layoutConnection(connection, downwards ? { preferredLayouts: ['v:v'], ...hints } : hints);
  }
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
}
