import { SafeCommands } from './safe-commands';

export default {
  commandStack: ['type', SafeCommands],
};
