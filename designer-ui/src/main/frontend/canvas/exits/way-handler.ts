import type { Branches } from './branches';

/** One more way out of a decision, as the form asks for it; one undoable step. */
export class WayHandler {
  static $inject = ['branches'];

  constructor(private readonly branches: Branches) {}

  preExecute({ decision }: any) {
    this.branches.oneMore(decision);
  }

  execute() {
    return [];
  }

  revert() {
    return [];
  }
}
