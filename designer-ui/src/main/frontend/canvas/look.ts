/** How plain BPMN looks, where a drawing from elsewhere holds some. */
export const LOOK = {
  bpmnRenderer: {
    defaultFillColor: 'var(--us-surface)',
    defaultStrokeColor: 'var(--us-line-strong)',
    defaultLabelColor: 'var(--us-ink)',
  },
  textRenderer: { externalStyle: { fontSize: 12, fontFamily: "'Instrument Sans', system-ui, sans-serif" } },
};
