import type { Words } from './words';

/** Says how to begin while nothing but the Start is drawn. */
export function emptyHint(modeler: any, words: Words): HTMLElement {
  const hint = document.createElement('p');
  hint.className = 'us-empty';
  hint.textContent = words.empty;
  hint.hidden = true;
  const blocks = modeler.get('blocks');
  const update = () => {
    const cards = modeler.get('elementRegistry').filter((e: any) => blocks.of(e)).length;
    hint.hidden = cards > 1 || modeler.get('lock').locked;
  };
  modeler.get('eventBus').on(['commandStack.changed', 'import.done', 'usher.locked'], update);
  return hint;
}
