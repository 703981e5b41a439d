import type { Change } from './change-handler';

/** Changes of several elements that belong together, so that one undo takes them back together. */
export class ChangesHandler {
  static $inject = ['commandStack'];

  constructor(private readonly commandStack: any) {}

  preExecute({ changes }: { changes: { element: any; change: Change }[] }) {
    for (const each of changes) this.commandStack.execute('usher.change', each);
  }

  execute() {
    return [];
  }

  revert() {
    return [];
  }
}
