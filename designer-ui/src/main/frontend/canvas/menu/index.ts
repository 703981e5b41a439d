import { BlockMenu } from './block-menu';
import { DropToAdd } from './drop-to-add';

export default {
  __init__: ['dropToAdd'],
  blockMenu: ['type', BlockMenu],
  dropToAdd: ['type', DropToAdd],
};
