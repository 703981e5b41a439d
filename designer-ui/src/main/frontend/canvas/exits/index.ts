import { ExitBehavior } from './exit-behavior';

export default {
  __init__: ['exitBehavior'],
  exitBehavior: ['type', ExitBehavior],
};
