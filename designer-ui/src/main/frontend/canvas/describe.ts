import { exitOf, settingsOf } from './drawing';
import type { Blocks } from './blocks';
import { foreign } from './foreign/kinds';

/** An element as the server's forms want to know it. */
export function describe(selected: any, blocks: Blocks): object {
  const element = selected.labelTarget ?? selected;
  return {
    id: element.id,
    block: blocks.of(element)?.key ?? null,
    name: element.businessObject.name ?? '',
    settings: settingsOf(element),
    exit: exitOf(element) ?? null,
    foreign: foreign(element, blocks) ?? null,
    ways: ways(element).map((flow) => ({
      id: flow.id,
      name: flow.businessObject.name ?? '',
      exit: exitOf(flow) ?? null,
      targetName: blocks.title(flow.target) || null,
    })),
  };
}

function ways(element: any): any[] {
  const order = (flow: any) => exitOf(flow)?.order ?? 0;
  return element.waypoints ? [] : [...(element.outgoing ?? [])].sort((a, b) => order(a) - order(b));
}
