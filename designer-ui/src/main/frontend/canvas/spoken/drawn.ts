import { CardNames } from './card-names';

/** Names where nothing is changed. */
export default {
  __init__: ['cardNames'],
  cardNames: ['type', CardNames],
};
