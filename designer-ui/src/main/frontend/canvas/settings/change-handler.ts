import { EXIT, SETTINGS, withProperties } from '../drawing';

export interface Change {
  name?: string;
  settings?: Record<string, unknown>;
  exit?: Record<string, unknown>;
}

/** One submit of a form is one command, so that one undo takes it back whole. */
export class ChangeHandler {
  static $inject = ['modeling', 'bpmnFactory'];

  constructor(
    private readonly modeling: any,
    private readonly bpmnFactory: any
  ) {}

  preExecute({ element, change }: { element: any; change: Change }) {
    const values: Record<string, unknown> = {};
    if (change.settings) values[SETTINGS] = change.settings;
    if (change.exit) values[EXIT] = change.exit;
    const properties: Record<string, unknown> = {};
    if (Object.keys(values).length) {
      properties.extensionElements = withProperties(element.businessObject, values, this.bpmnFactory);
    }
    const name = change.exit?.name ?? change.name;
    if (name !== undefined) properties.name = name;
    if (Object.keys(properties).length) this.modeling.updateProperties(element, properties);
  }

  execute({ element }: any) {
    return [element];
  }

  revert({ element }: any) {
    return [element];
  }
}
