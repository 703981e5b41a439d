const WALKS = new Set(['Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter']);

/** Who draws with the mouse needs no ring round the drawing that has the focus; who goes on with the keys gets it back. */
export class ByMouse {
  static $inject = ['eventBus', 'config.stage'];

  constructor(eventBus: any, stage: HTMLElement) {
    const press = (event: Event) => void stage.classList.toggle('us-by-mouse', event.type === 'pointerdown');
    const key = (event: KeyboardEvent) => WALKS.has(event.key) && press(event);
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('keydown', key, true);
    eventBus.on('diagram.destroy', () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('keydown', key, true);
    });
  }
}
