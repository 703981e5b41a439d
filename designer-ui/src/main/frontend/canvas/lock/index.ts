import { Lock } from './lock';

export default {
  __init__: ['lock'],
  lock: ['type', Lock],
};
