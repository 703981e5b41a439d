import { AddHandler } from './add-handler';
import { Adder } from './adder';
import { CloseGap } from './close-gap';
import { DropZones } from './drop-zones';
import { OverNothing } from './over-nothing';

class AddCommand {
  static $inject = ['commandStack'];

  constructor(commandStack: any) {
    commandStack.registerHandler('usher.add', AddHandler);
  }
}

export default {
  __init__: ['addCommand', 'overNothing', 'dropZones', 'closeGap'],
  addCommand: ['type', AddCommand],
  adder: ['type', Adder],
  closeGap: ['type', CloseGap],
  overNothing: ['type', OverNothing],
  dropZones: ['type', DropZones],
  // bpmn-js would put any block into any line it is moved across
  dropOnFlowBehavior: ['value', {}],
};
