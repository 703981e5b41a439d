import { BlockPalette } from './block-palette';
import { TrimmedContextPad } from './context-pad';

/** Takes the place of bpmn-js's own palette of BPMN elements. */
class NoPalette {}

export default {
  __init__: ['blockPalette', 'trimmedContextPad'],
  blockPalette: ['type', BlockPalette],
  trimmedContextPad: ['type', TrimmedContextPad],
  paletteProvider: ['type', NoPalette],
};
