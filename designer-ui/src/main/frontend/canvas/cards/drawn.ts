import { Blocks } from '../blocks';
import { CardRenderer } from './card-renderer';
import { CardImporter } from './card-shapes';

/** Cards where nothing is changed. */
export default {
  __init__: ['cardRenderer'],
  blocks: ['type', Blocks],
  cardRenderer: ['type', CardRenderer],
  bpmnImporter: ['type', CardImporter],
};
