import { say, type Words } from '../words';
import { Picture } from './picture';
import { Placer } from './placer';
import { Refusal } from './refusal';
import { unwrap } from './unwrap';

/**
 * Makes what was read such that all of it can be shown, before anything is drawn: what runs is always on the canvas. What
 * cannot be shown is refused by a {@link Refusal}, and the canvas stays as it is.
 */
export class Mender {
  static $inject = ['eventBus', 'moddle', 'config.words'];

  /** What was done to the drawing that was opened last, in sentences. */
  said: string[] = [];

  /** Whether the process itself is another one now, and not only its picture. */
  changed = false;

  constructor(
    eventBus: any,
    private readonly moddle: any,
    private readonly words: Words
  ) {
    eventBus.on('import.parse.complete', 5000, ({ error, definitions, elementsById, warnings }: any) => {
      if (!error) this.mend(definitions, elementsById ?? {}, warnings ?? []);
    });
  }

  private mend(definitions: any, ids: Record<string, any>, warnings: { message: string }[]) {
    const { words } = this;
    const lost = warnings.map(({ message }) => /unparsable content (<[^>]*>)/.exec(message)?.[1]).filter(Boolean);
    const twice = warnings.map(({ message }) => /duplicate ID <([^>]*)>/i.exec(message)?.[1]).find(Boolean);
    if (twice) throw new Refusal(say(words.sameId, twice));
    const { process, pools, lanes } = unwrap(definitions, words);
    const loose = takeLoose(process);
    giveIds(process, ids);
    const picture = new Picture(definitions, this.moddle, ids);
    const bare = !definitions.get('diagrams').some((diagram: any) => diagram.plane?.get('planeElement').length);
    const placer = new Placer(picture);
    placer.fill(process, picture.main(process));
    const placed = placer.nodes.length + placer.lines.length;
    this.changed = pools.length > 0 || lanes || loose > 0;
    this.said = [
      pools.length ? say(words.poolGone, pools[0]) : lanes ? words.lanesGone : '',
      lost.length ? say(words.leftOut, [...new Set(lost)].join(', ')) : '',
      loose ? say(words.looseGone, loose) : '',
      placed && bare ? words.laidOut : placer.nodes.length ? say(words.placed, names(placer.nodes)) : placed ? words.linesDrawn : '',
    ].filter(Boolean);
  }
}

/** Lines with an end in nothing, and events on the edge of nothing: nobody could see them, nor take them away. */
function takeLoose(container: any): number {
  const elements = container.get('flowElements');
  const there = new Set(elements);
  const isLoose = (one: any) =>
    one.$type === 'bpmn:SequenceFlow'
      ? !there.has(one.sourceRef) || !there.has(one.targetRef)
      : one.$type === 'bpmn:BoundaryEvent' && !there.has(one.attachedToRef);
  let gone = 0;
  for (let loose = elements.filter(isLoose); loose.length; loose = elements.filter(isLoose)) {
    for (const one of loose) {
      there.delete(one);
      elements.splice(elements.indexOf(one), 1);
      for (const end of [one.sourceRef, one.targetRef]) {
        for (const list of [end?.incoming, end?.outgoing]) if (list?.includes(one)) list.splice(list.indexOf(one), 1);
      }
      gone++;
    }
  }
  const inside = elements.filter((one: any) => one.$instanceOf('bpmn:SubProcess'));
  return gone + inside.reduce((sum: number, one: any) => sum + takeLoose(one), 0);
}

/** What has no id could be neither drawn nor selected. */
function giveIds(container: any, ids: Record<string, any>) {
  for (const one of [...container.get('flowElements'), ...(container.get('artifacts') ?? [])]) {
    if (!one.id) {
      let n = 1;
      while (ids[`Element_${n}`]) n++;
      one.id = `Element_${n}`;
      ids[one.id] = one;
    }
    if (one.$instanceOf('bpmn:SubProcess')) giveIds(one, ids);
  }
}

function names(bos: any[]): string {
  const all = bos.map((bo) => `"${bo.name || bo.text || bo.id}"`);
  return all.length > 4 ? `${all.slice(0, 3).join(', ')} +${all.length - 3}` : all.join(', ');
}
