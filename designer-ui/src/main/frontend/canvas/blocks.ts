import { defaults, type Block } from './catalogue';
import { BLOCK, property, SETTINGS, withProperties } from './drawing';

const DRAWN: Record<Block['drawn'], { type: string; definition?: string }> = {
  'start-event': { type: 'bpmn:StartEvent' },
  'service-task': { type: 'bpmn:ServiceTask' },
  timer: { type: 'bpmn:IntermediateCatchEvent', definition: 'bpmn:TimerEventDefinition' },
  'exclusive-gateway': { type: 'bpmn:ExclusiveGateway' },
  'end-event': { type: 'bpmn:EndEvent' },
};

/** The blocks that can be drawn, and which of them an element is. */
export class Blocks {
  static $inject = ['config.blocks', 'bpmnFactory', 'elementFactory'];

  private readonly byKey: Map<string, Block>;

  constructor(
    readonly all: Block[],
    private readonly bpmnFactory: any,
    private readonly elementFactory: any
  ) {
    this.byKey = new Map(all.map((block) => [block.key, block]));
  }

  /** The block behind a shape or a business object; undefined for flows, labels and plain BPMN. */
  of(elementOrBo: any): Block | undefined {
    if (!elementOrBo || elementOrBo.waypoints || elementOrBo.type === 'label') return undefined;
    const key = property(elementOrBo, BLOCK);
    return key === undefined ? undefined : this.byKey.get(key);
  }

  get(key: string): Block | undefined {
    return this.byKey.get(key);
  }

  /** A new shape of a block, in the form the contract gives it. */
  create(block: Block): any {
    const { type, definition } = DRAWN[block.drawn];
    const bo = this.bpmnFactory.create(type, { name: block.title });
    if (definition) {
      const empty = this.bpmnFactory.create(definition);
      empty.$parent = bo;
      bo.eventDefinitions = [empty];
    }
    const extension = withProperties(bo, { [BLOCK]: block.key, [SETTINGS]: defaults(block) }, this.bpmnFactory);
    if (block.taskType) {
      const task = this.bpmnFactory.create('zeebe:TaskDefinition', { type: block.taskType });
      task.$parent = extension;
      extension.values.unshift(task);
    }
    bo.extensionElements = extension;
    return this.elementFactory.createShape({ type, businessObject: bo });
  }
}
