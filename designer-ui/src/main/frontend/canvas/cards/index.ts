import { Blocks } from '../blocks';
import { CardRenderer } from './card-renderer';
import { CardRules } from './card-rules';
import { CardElementFactory, CardImporter, CardLabelEditing, CardLayouter, CardOutline, NoCardLabels } from './card-shapes';

export default {
  __init__: ['cardRenderer', 'cardRules', 'noCardLabels'],
  blocks: ['type', Blocks],
  cardRenderer: ['type', CardRenderer],
  cardRules: ['type', CardRules],
  noCardLabels: ['type', NoCardLabels],
  elementFactory: ['type', CardElementFactory],
  bpmnImporter: ['type', CardImporter],
  layouter: ['type', CardLayouter],
  outlineProvider: ['type', CardOutline],
  labelEditingProvider: ['type', CardLabelEditing],
};
