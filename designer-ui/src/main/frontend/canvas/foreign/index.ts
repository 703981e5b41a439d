import { Newcomers } from './newcomers';
import { AdoptHandler, ReplaceHandler } from './replace-handler';

class ForeignCommands {
  static $inject = ['commandStack'];

  constructor(commandStack: any) {
    commandStack.registerHandler('usher.replace', ReplaceHandler);
    commandStack.registerHandler('usher.adopt', AdoptHandler);
  }
}

export default {
  __init__: ['foreignCommands'],
  foreignCommands: ['type', ForeignCommands],
  newcomers: ['type', Newcomers],
};
