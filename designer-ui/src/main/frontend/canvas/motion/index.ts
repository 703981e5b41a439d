import { Glide } from './glide';

export default {
  __init__: ['glide'],
  glide: ['type', Glide],
};
