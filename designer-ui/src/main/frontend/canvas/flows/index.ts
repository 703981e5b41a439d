import drawn from './drawn';
import { LooseLabels } from './loose-labels';

export default {
  __depends__: [drawn],
  __init__: ['looseLabels'],
  looseLabels: ['type', LooseLabels],
};
