import type { Words } from '../words';
import type { CardNames } from './card-names';

/** Tells people who hear the canvas what is selected and what just happened. */
export class Speaker {
  static $inject = ['eventBus', 'config.live', 'config.words', 'cardNames', 'canvas', 'elementRegistry'];

  constructor(eventBus: any, live: HTMLElement, words: Words, names: CardNames, canvas: any, elementRegistry: any) {
    const drawing = canvas._svg as SVGElement;
    drawing.setAttribute('role', 'application');
    drawing.setAttribute('aria-label', words.drawing);
    eventBus.on('usher.say', ({ text }: any) => {
      live.textContent = text;
    });
    eventBus.on('selection.changed', ({ newSelection }: any) => {
      const gfx = newSelection.length === 1 ? elementRegistry.getGraphics(newSelection[0]) : undefined;
      if (gfx?.id) drawing.setAttribute('aria-activedescendant', gfx.id);
      else drawing.removeAttribute('aria-activedescendant');
      if (gfx && canvas.isFocused()) live.textContent = names.of(newSelection[0]);
    });
  }
}
