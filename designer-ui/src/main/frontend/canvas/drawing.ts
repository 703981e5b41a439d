import type { Settings } from './catalogue';

/*
 * How settings stand in the drawing: zeebe:property `usher.block` and `usher.settings` on every node, `usher.exit` on the
 * flows that leave a decision, all as compact JSON; nothing else holds settings.
 */

export const BLOCK = 'usher.block';
export const SETTINGS = 'usher.settings';
export const EXIT = 'usher.exit';

/** One way out of a decision. */
export interface Exit {
  name: string;
  order: number;
  rule?: unknown;
  share?: number;
  happened?: boolean;
  timeout?: boolean;
  else?: boolean;
}

/** The value of a property of an element or a business object. */
export function property(elementOrBo: any, name: string): string | undefined {
  return bag(elementOrBo)?.get('properties').find((p: any) => p.name === name)?.value;
}

export function settingsOf(elementOrBo: any): Settings {
  return (json(property(elementOrBo, SETTINGS)) as Settings | undefined) ?? {};
}

export function exitOf(elementOrBo: any): Exit | undefined {
  return json(property(elementOrBo, EXIT)) as Exit | undefined;
}

/**
 * The element's extension elements with these properties set, or taken out where the value is undefined; what others
 * wrote beside them stays.
 */
export function withProperties(bo: any, values: Record<string, unknown>, bpmnFactory: any): any {
  const kept = (bo.extensionElements?.get('values') ?? []).filter((e: any) => e.$type !== 'zeebe:Properties');
  const list = (bag(bo)?.get('properties') ?? [])
    .filter((p: any) => !(p.name in values))
    .map((p: any) => ({ name: p.name, value: p.value }));
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) list.push({ name, value: typeof value === 'string' ? value : JSON.stringify(value) });
  }
  const children = list.length ? [...kept, properties(list, bpmnFactory)] : kept;
  if (!children.length) return undefined;
  const extension = bpmnFactory.create('bpmn:ExtensionElements', { values: children });
  extension.$parent = bo;
  for (const child of children) child.$parent = extension;
  return extension;
}

function properties(list: { name: string; value: string }[], bpmnFactory: any): any {
  const created = bpmnFactory.create('zeebe:Properties', {});
  created.properties = list.map((one) => {
    const made = bpmnFactory.create('zeebe:Property', one);
    made.$parent = created;
    return made;
  });
  return created;
}

function bag(elementOrBo: any): any {
  const bo = elementOrBo?.businessObject ?? elementOrBo;
  return bo?.extensionElements?.get('values').find((e: any) => e.$type === 'zeebe:Properties');
}

/** What was drawn elsewhere may hold anything: unreadable JSON counts as not set. */
function json(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
