import { ChangeHandler } from './change-handler';
import { ChangesHandler } from './changes-handler';

class ChangeCommands {
  static $inject = ['commandStack'];

  constructor(commandStack: any) {
    commandStack.registerHandler('usher.change', ChangeHandler);
    commandStack.registerHandler('usher.changes', ChangesHandler);
  }
}

export default {
  __init__: ['changeCommands'],
  changeCommands: ['type', ChangeCommands],
};
