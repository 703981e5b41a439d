import { Wheel } from './wheel';

export default {
  zoomScroll: ['type', Wheel],
};
