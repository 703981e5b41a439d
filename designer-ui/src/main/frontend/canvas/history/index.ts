import { History } from './history';

/** Undo and redo beyond what was drawn since the document was opened. */
export default {
  __init__: ['history'],
  history: ['type', History],
};
