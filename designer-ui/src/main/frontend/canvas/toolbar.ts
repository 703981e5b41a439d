import { fit } from './fit';
import type { Lock } from './lock/lock';
import { roving } from './roving';
import { tidyUp } from './tidy/tidy-up';
import type { Words } from './words';

/** Undo, redo, zoom, fit, tidy up, minimap and the sheet of keys, above the canvas. */
export function toolbar(modeler: any, words: Words): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'us-toolbar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.tools);
  const button = (action: string, path: string, title: string, run: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.dataset.action = action;
    made.title = title;
    made.setAttribute('aria-label', title);
    made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
    made.addEventListener('click', run);
    bar.append(made);
    return made;
  };
  const stack = modeler.get('commandStack');
  const lock: Lock = modeler.get('lock');
  const whole = () => fit(modeler.get('canvas'));
  const undo = button('undo', 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6', words.undo, () => stack.undo());
  const redo = button('redo', 'm15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6', words.redo, () => stack.redo());
  button('zoom-in', 'M12 5v14M5 12h14', words.zoomIn, () => modeler.get('zoomScroll').stepZoom(1));
  button('zoom-out', 'M5 12h14', words.zoomOut, () => modeler.get('zoomScroll').stepZoom(-1));
  button('fit', 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5', words.fit, whole);
  const tidy = button('tidy', 'M9 3h6v5H9zM12 8v3M6 15v-4h12v4M3 15h6v5H3zM15 15h6v5h-6z', words.tidy, () => tidyUp(modeler));
  button('map', 'M4 5h16v14H4zM13 12h5v5h-5z', words.map, () => modeler.get('minimap').toggle());
  button('help', 'M9 9.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.8M12 17.5h.01', words.help, () => modeler.get('shortcutSheet').open());
  const update = () => {
    undo.disabled = lock.locked || !stack.canUndo();
    redo.disabled = lock.locked || !stack.canRedo();
    tidy.disabled = lock.locked;
  };
  modeler.get('eventBus').on(['commandStack.changed', 'import.done', 'usher.locked'], update);
  update();
  roving(bar, 'button');
  return bar;
}
