/** What the canvas says, in the person's language; given by the server with the catalogue. `{0}` stands for what is meant. */
export interface Words {
  blocks: string;
  search: string;
  noneFound: string;
  familyFlow: string;
  familyMessage: string;
  familyAudience: string;
  familyData: string;
  familyTime: string;
  tools: string;
  undo: string;
  redo: string;
  zoomIn: string;
  zoomOut: string;
  zoomActual: string;
  fit: string;
  tidy: string;
  map: string;
  help: string;
  close: string;
  drawing: string;
  empty: string;
  yes: string;
  else: string;
  way: string;
  happened: string;
  timeout: string;
  anyOf: string;
  allOf: string;
  addAfter: string;
  addInto: string;
  connect: string;
  duplicate: string;
  remove: string;
  missing: string;
  connecting: string;
  connected: string;
  added: string;
  removed: string;
  copied: string;
  copyLost: string;
  failed: string;
  notWritten: string;
  notOpened: string;
  notShown: string;
  emptyFile: string;
  tooLarge: string;
  hasDtd: string;
  notWellFormed: string;
  notBpmn: string;
  badEncoding: string;
  wrongEncoding: string;
  twoPools: string;
  twoProcesses: string;
  noProcess: string;
  unreadable: string;
  poolGone: string;
  lanesGone: string;
  looseGone: string;
  laidOut: string;
  placed: string;
  linesDrawn: string;
  adopted: string;
  startAdded: string;
  picture: string;
  path: string;
  pathDone: string;
  pathNow: string;
  pathFailed: string;
  keysMove: string;
  keysWalk: string;
  keysLine: string;
  keysForm: string;
  keysAdd: string;
  keysConnect: string;
  keysDelete: string;
  keysSelect: string;
  keysCopy: string;
  keysDuplicate: string;
  keysUndo: string;
  keysZoom: string;
  keysActual: string;
  keysFit: string;
  keysCancel: string;
  keysHelp: string;
  opEqual: string;
  opNotEqual: string;
  opGreater: string;
  opGreaterOrEqual: string;
  opLess: string;
  opLessOrEqual: string;
  opContains: string;
  opNotContains: string;
  opStartsWith: string;
  opEndsWith: string;
  opOneOf: string;
  opNotOneOf: string;
  opExists: string;
  opMissing: string;
  opBefore: string;
  opAfter: string;
  oneMinutes: string;
  oneHours: string;
  oneDays: string;
  oneWeeks: string;
  oneMonths: string;
}

/** A text with its places filled in. */
export function say(text: string, ...values: unknown[]): string {
  return text.replace(/\{(\d)\}/g, (_, place) => String(values[Number(place)] ?? ''));
}

/** What a family of blocks is called; one that is not known yet by its own key. */
export function familyName(family: string, words: Words): string {
  const key = `family${family.charAt(0).toUpperCase()}${family.slice(1)}` as keyof Words;
  return words[key] ?? family;
}
