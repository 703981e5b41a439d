import { ChangeHandler } from './change-handler';

class ChangeCommand {
  static $inject = ['commandStack'];

  constructor(commandStack: any) {
    commandStack.registerHandler('usher.change', ChangeHandler);
  }
}

export default {
  __init__: ['changeCommand'],
  changeCommand: ['type', ChangeCommand],
};
