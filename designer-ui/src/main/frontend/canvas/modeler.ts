import Modeler from 'bpmn-js/lib/Modeler';
import MinimapModule from 'diagram-js-minimap';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import adding from './adding';
import cards from './cards';
import copies from './copies';
import exits from './exits';
import flows from './flows';
import foreign from './foreign';
import hand from './hand';
import handles from './handles';
import history from './history';
import keys from './keys';
import lock from './lock';
import marks from './marks';
import menu from './menu';
import opening from './opening';
import motion from './motion';
import palette from './palette';
import safety from './safety';
import settings from './settings';
import spoken from './spoken';
import tidy from './tidy';
import wheel from './wheel';
import type { Block } from './catalogue';
import { emptyHint } from './empty-hint';
import { grid } from './grid';
import { keepInView } from './keep-in-view';
import { LOOK } from './look';
import { steadySelection } from './steady-selection';
import { toolbar } from './toolbar';
import type { Words } from './words';

const MODULES = [
  MinimapModule, adding, cards, copies, exits, flows, foreign, handles, history, keys, lock, marks, menu, opening, palette, safety,
  settings, spoken, tidy,
];

/** How it feels under the hand. */
const FEEL = [hand, motion, wheel];

/** In its place {@link keepInView}. */
const NOT_KEPT = { keepSelectionVisible: ['value', {}] };

/** The canvas with its palette and tools, inside the element. */
export function modelerIn(element: HTMLElement, blocks: Block[], words: Words): any {
  const stage = part('us-stage');
  const canvas = part('us-canvas');
  const bar = part('us-palette', 'toolbar', words.blocks);
  bar.setAttribute('aria-orientation', 'vertical');
  const live = part('us-live');
  live.setAttribute('aria-live', 'polite');
  stage.append(canvas);
  element.replaceChildren(bar, stage, live);
  const modeler = new Modeler({
    container: canvas,
    additionalModules: [...MODULES, ...FEEL, NOT_KEPT],
    moddleExtensions: { zeebe },
    blocks,
    words,
    palette: bar,
    stage,
    live,
    ...LOOK,
  } as any);
  stage.append(toolbar(modeler, words), emptyHint(modeler, words));
  grid(modeler, canvas);
  steadySelection(modeler);
  keepInView(modeler, stage);
  return modeler;
}

function part(name: string, role?: string, label?: string): HTMLElement {
  const made = document.createElement('div');
  made.className = name;
  if (role) made.setAttribute('role', role);
  if (label) made.setAttribute('aria-label', label);
  return made;
}
