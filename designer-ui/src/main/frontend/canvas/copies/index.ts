import { Copies } from './copies';
import { SharedClipboard } from './shared-clipboard';

export default {
  __init__: ['copies'],
  clipboard: ['type', SharedClipboard],
  copies: ['type', Copies],
};
