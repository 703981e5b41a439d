import { BranchRemoval } from './branch-removal';
import { Branches } from './branches';
import { Columns } from './columns';
import { ExitBehavior } from './exit-behavior';
import { Making } from './making';
import { OpenEnds } from './open-ends';
import { WayHandler } from './way-handler';

class WayCommand {
  static $inject = ['commandStack'];

  constructor(commandStack: any) {
    commandStack.registerHandler('usher.way', WayHandler);
  }
}

export default {
  __init__: ['exitBehavior', 'branches', 'branchRemoval', 'making', 'wayCommand'],
  exitBehavior: ['type', ExitBehavior],
  branches: ['type', Branches],
  columns: ['type', Columns],
  branchRemoval: ['type', BranchRemoval],
  making: ['type', Making],
  openEnds: ['type', OpenEnds],
  wayCommand: ['type', WayCommand],
};
