/** A click on the selected block leaves it selected, so that a double click can open its form; the mouse brings the focus. */
export function steadySelection(modeler: any): void {
  const bus = modeler.get('eventBus');
  const selection = modeler.get('selection');
  bus.on('element.mousedown', 3000, () => {
    modeler.get('canvas').focus();
  });
  bus.on('element.click', 1500, ({ element, originalEvent }: any) => {
    const [one, ...more] = selection.get();
    return one === element && !more.length && !originalEvent?.shiftKey ? true : undefined;
  });
  bus.on('element.dblclick', 1500, ({ element }: any) => {
    if (element === modeler.get('canvas').getRootElement()) return undefined;
    selection.select(element);
    bus.fire('usher.form', { element });
    return true;
  });
}
