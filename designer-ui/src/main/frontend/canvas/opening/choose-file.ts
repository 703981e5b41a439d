/** Lets the person choose a file; undefined when they do not. */
export function chooseFile(): Promise<File | undefined> {
  return new Promise((done) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.accept = '.bpmn,.xml,application/xml,text/xml';
    field.oncancel = () => done(undefined);
    field.onchange = () => done(field.files?.[0]);
    field.click();
  });
}
