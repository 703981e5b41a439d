import { say, type Words } from '../words';
import { Refusal } from './refusal';

/** The one process of a drawing, and what was taken away round it. */
export interface Unwrapped {
  process: any;
  pools: string[];
  lanes: boolean;
}

/**
 * A workflow is one process. A pool round it and lanes in it are taken away, with what only they need; what has two of
 * them, or none, is refused.
 */
export function unwrap(definitions: any, words: Words): Unwrapped {
  const roots = definitions.get('rootElements');
  const processes = roots.filter((one: any) => one.$type === 'bpmn:Process');
  const collaborations = roots.filter((one: any) => one.$instanceOf('bpmn:Collaboration'));
  const pools = collaborations.flatMap((one: any) => one.get('participants'));
  if (pools.length > 1) throw new Refusal(say(words.twoPools, pools.map(nameOf).join(', ')));
  const filled = processes.filter((one: any) => one.get('flowElements').length);
  if (filled.length > 1) throw new Refusal(words.twoProcesses);
  const process = filled[0] ?? processes[0];
  if (!process) throw new Refusal(words.noProcess);
  for (const each of collaborations) {
    for (const note of each.get('artifacts') ?? []) {
      note.$parent = process;
      process.get('artifacts').push(note);
    }
  }
  const lanes = process.get('laneSets').length > 0;
  if (lanes) process.laneSets = [];
  const kept = (one: any) => !collaborations.includes(one) && (one.$type !== 'bpmn:Process' || one === process);
  definitions.rootElements = roots.filter(kept);
  for (const { plane } of definitions.get('diagrams')) {
    if (collaborations.includes(plane?.bpmnElement)) plane.bpmnElement = process;
  }
  return { process, pools: pools.map(nameOf), lanes };
}

function nameOf(one: any): string {
  return one.name || one.id;
}
