import { fit } from './fit';
import type { Lock } from './lock/lock';
import { roving } from './roving';
import { tidyUp } from './tidy/tidy-up';
import { say, type Words } from './words';

type Add = (action: string, path: string, title: string, run: () => void) => HTMLButtonElement;

/** Undo, redo, zoom, fit, tidy up, minimap and the sheet of keys, above the canvas. */
export function toolbar(modeler: any, words: Words): HTMLElement {
  const { bar, add, part } = barOf(modeler, words);
  const stack = modeler.get('commandStack');
  const lock: Lock = modeler.get('lock');
  const undo = add('undo', 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6', words.undo, () => stack.undo());
  const redo = add('redo', 'm15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6', words.redo, () => stack.redo());
  part();
  zooming(modeler, words, bar, add);
  part();
  const tidy = add('tidy', 'M9 3h6v5H9zM12 8v3M6 15v-4h12v4M3 15h6v5H3zM15 15h6v5h-6z', words.tidy, () => tidyUp(modeler));
  add('map', 'M4 5h16v14H4zM13 12h5v5h-5z', words.map, () => modeler.get('minimap').toggle());
  add('help', 'M9 9.5a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.8M12 17.5h.01', words.help, () => modeler.get('shortcutSheet').open());
  const update = () => {
    able(undo, !lock.locked && stack.canUndo());
    able(redo, !lock.locked && stack.canRedo());
    able(tidy, !lock.locked);
  };
  modeler.get('eventBus').on(['commandStack.changed', 'import.done', 'usher.locked', 'usher.history'], update);
  update();
  roving(bar, 'button');
  return bar;
}

/** Zoom alone, for a drawing that is only looked at. */
export function zoomBar(viewer: any, words: Words): HTMLElement {
  const { bar, add } = barOf(viewer, words);
  zooming(viewer, words, bar, add);
  roving(bar, 'button');
  return bar;
}

function barOf(viewer: any, words: Words) {
  const bar = document.createElement('div');
  bar.className = 'us-toolbar';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', words.tools);
  const add: Add = (action, path, title, run) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.dataset.action = action;
    made.title = title;
    made.setAttribute('aria-label', title);
    if (path) made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`;
    made.addEventListener('click', (event) => {
      if (made.getAttribute('aria-disabled') === 'true') return;
      run();
      // after the mouse the keys are those of the drawing; from the keyboard the next button may follow
      if (event.detail && !bar.parentElement?.querySelector('dialog')) viewer.get('canvas').focus();
    });
    bar.append(made);
    return made;
  };
  const part = () => bar.append(document.createElement('hr'));
  return { bar, add, part };
}

function zooming(viewer: any, words: Words, bar: HTMLElement, add: Add) {
  const canvas = viewer.get('canvas');
  const zoom = (step: number) => () => viewer.get('zoomScroll').stepZoom(step);
  add('zoom-out', 'M5 12h14', words.zoomOut, zoom(-1));
  const figure = add('zoom-actual', '', '', () => canvas.zoom(1));
  add('zoom-in', 'M12 5v14M5 12h14', words.zoomIn, zoom(1));
  add('fit', 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5', words.fit, () => fit(canvas));
  const update = () => {
    const percent = Math.round(canvas.zoom() * 100);
    figure.textContent = `${percent} %`;
    figure.title = say(words.zoomActual, percent);
    figure.setAttribute('aria-label', figure.title);
  };
  viewer.get('eventBus').on(['canvas.viewbox.changed', 'import.done'], update);
  update();
}

/** One that can do nothing now keeps the focus, so that nobody is thrown out of the bar by the last undo. */
function able(button: HTMLButtonElement, can: boolean) {
  button.setAttribute('aria-disabled', String(!can));
}
