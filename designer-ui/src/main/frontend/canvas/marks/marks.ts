import { summary, type Block, type Settings } from '../catalogue';
import { exitOf } from '../drawing';
import type { Words } from '../words';

/** What the engine found wrong with the drawing. */
export interface Problem {
  block?: string | null;
  message: string;
  severity: string;
}

/** What is known about blocks beside the drawing: problems found in them, the names of segments, what starts the workflow. */
export class Marks {
  static $inject = ['eventBus', 'elementRegistry'];

  private segments: Record<string, string> = {};
  private starts = '';
  private byBlock = new Map<string, Problem[]>();

  constructor(
    private readonly eventBus: any,
    private readonly elementRegistry: any
  ) {}

  /** By their keys. */
  get segmentNames(): Record<string, string> {
    return this.segments;
  }

  /** Of this element, the errors before the warnings. */
  of(element: any): Problem[] {
    return this.byBlock.get(element.id) ?? [];
  }

  /** What a card says under its title: its settings in one line; what starts the workflow on the Start card, which has none. */
  line(block: Block, settings: Settings, words: Words): string {
    return block.drawn === 'start-event' ? this.starts : summary(block, settings, words, this.segments);
  }

  show(problems: Problem[]) {
    const before = this.byBlock;
    this.byBlock = new Map();
    for (const problem of problems) {
      if (!problem.block) continue;
      const others = this.byBlock.get(problem.block) ?? [];
      this.byBlock.set(problem.block, isError(problem) ? [problem, ...others] : [...others, problem]);
    }
    const said = (found?: Problem[]) => JSON.stringify(found ?? []);
    for (const id of new Set([...before.keys(), ...this.byBlock.keys()])) {
      if (said(before.get(id)) !== said(this.byBlock.get(id))) this.redraw(this.elementRegistry.get(id));
    }
  }

  nameSegments(segments: Record<string, string>) {
    if (JSON.stringify(segments) === JSON.stringify(this.segments)) return;
    this.segments = segments;
    this.redrawAll();
  }

  startsWith(starts: string) {
    if (starts === this.starts) return;
    this.starts = starts;
    this.redrawAll();
  }

  private redrawAll() {
    this.elementRegistry.filter((e: any) => e.parent && (!e.waypoints || exitOf(e))).forEach((e: any) => this.redraw(e));
  }

  private redraw(element: any) {
    if (element) this.eventBus.fire('element.changed', { element });
  }
}

export function isError(problem: Problem): boolean {
  return problem.severity !== 'warning';
}
