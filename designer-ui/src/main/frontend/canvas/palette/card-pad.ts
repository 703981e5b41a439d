import type { Copies } from '../copies/copies';
import type { Blocks } from '../blocks';
import type { Remover } from '../hand/remover';
import type { Lock } from '../lock/lock';
import type { Words } from '../words';

const DRAWN = {
  connect: 'M6 5v6a4 4 0 0 0 4 4h8M14 11l4 4-4 4',
  duplicate: 'M9 9h11v11H9zM5 15H4V4h11v1',
  delete: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
};

/** Beside what is selected: connect, duplicate, delete. All else is in the palette and the form. */
export class CardPad {
  static $inject = ['contextPad', 'connect', 'remover', 'copies', 'blocks', 'lock', 'config.words'];

  constructor(
    contextPad: any,
    private readonly connect: any,
    private readonly remover: Remover,
    private readonly copies: Copies,
    private readonly blocks: Blocks,
    private readonly lock: Lock,
    private readonly words: Words
  ) {
    contextPad.registerProvider(this);
  }

  getContextPadEntries(element: any) {
    const ways = this.blocks.of(element)?.ways;
    const start = (event: any) => this.connect.start(event, element);
    return {
      ...(ways && ways !== 'none' && !this.lock.locked ? { connect: this.entry('connect', this.words.connect, start, start) } : {}),
      ...this.getMultiElementContextPadEntries([element]),
    };
  }

  getMultiElementContextPadEntries(elements: any[]) {
    if (this.lock.locked) return {};
    const going = this.remover.going(elements);
    const twice = elements.filter((one) => this.copies.canCopy(one));
    return {
      ...(twice.length ? { duplicate: this.entry('duplicate', this.words.duplicate, () => this.copies.duplicate(elements)) } : {}),
      ...(going.length ? { delete: this.entry('delete', this.words.remove, () => this.remover.remove(elements)) } : {}),
    };
  }

  private entry(name: keyof typeof DRAWN, title: string, click: (event: any) => void, dragstart?: (event: any) => void) {
    const html = `<div class="entry us-pad us-pad-${name}" role="button"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="${DRAWN[name]}"/></svg></div>`;
    return { group: 'edit', html, title, action: dragstart ? { click, dragstart } : { click } };
  }
}
