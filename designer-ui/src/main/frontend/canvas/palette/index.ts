import { BlockPalette } from './block-palette';
import { CalmPad } from './calm-pad';
import { CardPad } from './card-pad';

/** Takes the place of bpmn-js's own palette of BPMN elements. */
class NoPalette {}

export default {
  __init__: ['blockPalette', 'cardPad'],
  blockPalette: ['type', BlockPalette],
  cardPad: ['type', CardPad],
  contextPad: ['type', CalmPad],
  paletteProvider: ['type', NoPalette],
  contextPadProvider: ['value', {}],
};
