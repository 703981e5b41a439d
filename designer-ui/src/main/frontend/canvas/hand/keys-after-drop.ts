/** What was just dropped or drawn can be undone or deleted by key at once: the focus is on the drawing, not where the drag began. */
export class KeysAfterDrop {
  static $inject = ['eventBus', 'canvas', 'config.stage'];

  constructor(eventBus: any, canvas: any, stage: HTMLElement) {
    eventBus.on('drag.cleanup', 500, () => {
      // a line that ends in the empty canvas has opened the menu, which has the focus
      if (!stage.querySelector(':scope > .us-menu')) canvas.focus();
    });
  }
}
