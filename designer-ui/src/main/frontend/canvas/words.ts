/** What the canvas says, in the person's language; given by the server with the catalogue. */
export interface Words {
  blocks: string;
  canvas: string;
  undo: string;
  redo: string;
  zoomIn: string;
  zoomOut: string;
  fit: string;
  tidy: string;
  map: string;
  yes: string;
  else: string;
  way: string;
}
