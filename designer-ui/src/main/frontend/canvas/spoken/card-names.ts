import type { Blocks } from '../blocks';
import { plain } from '../cards/values';
import { missing } from '../catalogue';
import { exitOf, settingsOf } from '../drawing';
import { wayLabel } from '../flows/way-label';
import { dashed } from '../foreign/kinds';
import type { Marks } from '../marks/marks';
import { say, type Words } from '../words';

/** What a card or a line is called for people who hear it, or who rest the mouse on it: the whole text, uncut. */
export class CardNames {
  static $inject = ['eventBus', 'blocks', 'marks', 'config.words'];

  constructor(
    eventBus: any,
    private readonly blocks: Blocks,
    private readonly marks: Marks,
    private readonly words: Words
  ) {
    eventBus.on(['shape.added', 'shape.changed', 'connection.added', 'connection.changed'], 500, ({ element, gfx }: any) =>
      this.write(gfx, this.of(element), element)
    );
  }

  of(element: any): string {
    return this.parts(element).join('. ');
  }

  private parts(element: any): string[] {
    if (element.waypoints) {
      const exit = exitOf(element);
      const ends = `${this.blocks.title(element.source)} → ${this.blocks.title(element.target)}`;
      return [exit ? wayLabel(exit, this.words, this.marks.segmentNames) : '', ends].filter(Boolean);
    }
    const block = this.blocks.of(element);
    if (!block) return [element.businessObject?.name ?? '', drawnAs(element)].filter(Boolean);
    const settings = settingsOf(element);
    const open = missing(block, settings).map((field) => field.label);
    const title = this.blocks.title(element);
    const kind = title === block.title ? '' : block.title;
    return [
      title,
      kind,
      plain(this.marks.line(block, settings, this.words)),
      ...this.marks.of(element).map((problem) => problem.message.replace(/\.$/, '')),
      open.length ? say(this.words.missing, open.join(', ')) : '',
    ].filter(Boolean);
  }

  private write(gfx: SVGElement, name: string, element: any) {
    if (!name || gfx.getAttribute('aria-label') === name) return;
    gfx.setAttribute('aria-label', name);
    gfx.setAttribute('role', 'img');
    gfx.id ||= `us-element-${element.id}`;
    let title = gfx.querySelector(':scope > title');
    // at the end: the first child is where the element is drawn
    if (!title) gfx.append((title = document.createElementNS('http://www.w3.org/2000/svg', 'title')));
    title.textContent = this.parts(element).join('\n');
  }
}

/** What another tool drew, as BPMN calls it. */
function drawnAs({ type, businessObject: bo }: any): string {
  if (type === 'label' || !bo?.$instanceOf?.('bpmn:FlowNode')) return '';
  const words = dashed(bo.$type).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
