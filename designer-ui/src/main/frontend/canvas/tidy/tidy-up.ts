import { fit } from '../fit';

/** Lays the drawing out anew and shows all of it; one undo takes it back. */
export function tidyUp(modeler: any): void {
  if (modeler.get('lock').locked) return;
  modeler.get('commandStack').execute('usher.tidy', {});
  fit(modeler.get('canvas'));
}
