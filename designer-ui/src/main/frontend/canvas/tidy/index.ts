import { Below } from './below';
import { TidyHandler } from './tidy-handler';

class TidyCommand {
  static $inject = ['commandStack'];

  constructor(commandStack: any) {
    commandStack.registerHandler('usher.tidy', TidyHandler);
  }
}

export default {
  __init__: ['tidyCommand', 'below'],
  tidyCommand: ['type', TidyCommand],
  below: ['type', Below],
};
