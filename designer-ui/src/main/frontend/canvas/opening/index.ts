import { Mender } from './mender';

/** What is read is made such that it can be shown whole. */
export default {
  __init__: ['mender'],
  mender: ['type', Mender],
};
