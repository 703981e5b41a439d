import { CardNames } from './card-names';
import { Speaker } from './speaker';

export default {
  __init__: ['cardNames', 'speaker'],
  cardNames: ['type', CardNames],
  speaker: ['type', Speaker],
};
