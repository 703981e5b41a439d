import { ByMouse } from './by-mouse';
import { CalmScroll } from './calm-scroll';
import { KeptPlace } from './kept-place';
import { KeysAfterDrop } from './keys-after-drop';
import { Remover } from './remover';

export default {
  __init__: ['byMouse', 'keysAfterDrop', 'keptPlace'],
  byMouse: ['type', ByMouse],
  keptPlace: ['type', KeptPlace],
  keysAfterDrop: ['type', KeysAfterDrop],
  remover: ['type', Remover],
  autoScroll: ['type', CalmScroll],
};
