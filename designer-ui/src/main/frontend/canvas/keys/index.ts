import { Connector } from './connector';
import { Keys } from './keys';
import { ShortcutSheet } from './shortcut-sheet';
import { Walker } from './walker';

export default {
  __init__: ['keys'],
  keys: ['type', Keys],
  walker: ['type', Walker],
  connector: ['type', Connector],
  shortcutSheet: ['type', ShortcutSheet],
  // bpmn-js's own keys speak of BPMN's tools
  keyboardBindings: ['value', {}],
  keyboardMove: ['value', {}],
  keyboardMoveSelection: ['value', {}],
};
