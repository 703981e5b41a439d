import { Handles } from './handles';

export default {
  __init__: ['handles'],
  handles: ['type', Handles],
};
