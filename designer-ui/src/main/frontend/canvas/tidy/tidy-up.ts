import { opened } from '../fit';

/** Lays the drawing out anew and shows it as it is opened; one undo takes it back. */
export function tidyUp(modeler: any): void {
  if (modeler.get('lock').locked) return;
  modeler.get('commandStack').execute('usher.tidy', {});
  opened(modeler);
}
