import { Marks } from './marks';

export default {
  __init__: ['marks'],
  marks: ['type', Marks],
};
