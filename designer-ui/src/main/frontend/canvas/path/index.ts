import { WalkedPath } from './walked-path';

export default {
  __init__: ['walkedPath'],
  walkedPath: ['type', WalkedPath],
};
