import { defaults, type Block } from './catalogue';
import { BLOCK, SETTINGS, withProperties } from './drawing';

const DRAWN: Record<Block['drawn'], { type: string; definition?: string }> = {
  'start-event': { type: 'bpmn:StartEvent' },
  'service-task': { type: 'bpmn:ServiceTask' },
  timer: { type: 'bpmn:IntermediateCatchEvent', definition: 'bpmn:TimerEventDefinition' },
  'exclusive-gateway': { type: 'bpmn:ExclusiveGateway' },
  'end-event': { type: 'bpmn:EndEvent' },
};

/** Makes the shape of a new block, in the form the contract gives it. */
export class BlockFactory {
  static $inject = ['bpmnFactory', 'elementFactory'];

  constructor(
    private readonly bpmnFactory: any,
    private readonly elementFactory: any
  ) {}

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
