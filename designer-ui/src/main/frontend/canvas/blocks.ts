import type { Block } from './catalogue';
import { BLOCK, property } from './drawing';

/** The blocks that can be drawn, and which of them an element is. */
export class Blocks {
  static $inject = ['config.blocks'];

  private readonly byKey: Map<string, Block>;

  constructor(readonly all: Block[]) {
    this.byKey = new Map(all.map((block) => [block.key, block]));
  }

  /** The block behind a shape or a business object; undefined for flows, labels and plain BPMN. */
  of(elementOrBo: any): Block | undefined {
    if (!elementOrBo || elementOrBo.waypoints || elementOrBo.type === 'label') return undefined;
    const key = property(elementOrBo, BLOCK);
    return key === undefined ? undefined : this.byKey.get(key);
  }

  get(key: string): Block | undefined {
    return this.byKey.get(key);
  }

  /** What a person calls this element. */
  title(element: any): string {
    return element?.businessObject?.name || this.of(element)?.title || '';
  }

  /** Whether people go on from it by several ways, each with its rule or share. */
  isDecision(element: any): boolean {
    const ways = this.of(element)?.ways;
    return ways !== undefined && ways !== 'none' && ways !== 'one';
  }

  /** Whether one more flow may leave it, without taking one away. */
  hasWayLeft(element: any): boolean {
    return this.isDecision(element) || (this.of(element)?.ways === 'one' && !element.outgoing?.length);
  }
}
