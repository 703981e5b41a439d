import { BlockFactory } from '../block-factory';
import { CardRules } from './card-rules';
import { CardElementFactory, CardLayouter, CardOutline, NoCardLabels, NoLabelEditing } from './card-shapes';
import drawn from './drawn';

export default {
  __depends__: [drawn],
  __init__: ['cardRules', 'noCardLabels'],
  blockFactory: ['type', BlockFactory],
  cardRules: ['type', CardRules],
  noCardLabels: ['type', NoCardLabels],
  elementFactory: ['type', CardElementFactory],
  layouter: ['type', CardLayouter],
  outlineProvider: ['type', CardOutline],
  labelEditingProvider: ['type', NoLabelEditing],
};
