import { FlowRenderer } from './flow-renderer';
import { WayLabels } from './way-labels';

/** Lines where nothing is changed. */
export default {
  __init__: ['flowRenderer', 'wayLabels'],
  flowRenderer: ['type', FlowRenderer],
  wayLabels: ['type', WayLabels],
};
