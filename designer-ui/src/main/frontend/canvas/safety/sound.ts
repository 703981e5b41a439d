/** Whether everything on the canvas stands in the document, and every line has both its ends. */
export function isSound(injector: any): boolean {
  const registry = injector.get('elementRegistry');
  const roots = injector.get('canvas').getRootElements();
  return registry.getAll().every((element: any) => {
    if (!element.parent) return roots.includes(element);
    if (registry.get(element.id) !== element || !isWritten(element.businessObject)) return false;
    return !element.waypoints || [element.source, element.target].every((end) => end && registry.get(end.id) === end);
  });
}

function isWritten(bo: any): boolean {
  for (let at = bo; at; at = at.$parent) if (at.$type === 'bpmn:Definitions') return true;
  return false;
}
