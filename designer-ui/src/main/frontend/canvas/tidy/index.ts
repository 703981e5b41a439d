import { TidyHandler } from './tidy-handler';

class TidyCommand {
  static $inject = ['commandStack'];

  constructor(commandStack: any) {
    commandStack.registerHandler('usher.tidy', TidyHandler);
  }
}

export default {
  __init__: ['tidyCommand'],
  tidyCommand: ['type', TidyCommand],
};
