import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './bpmn-designer.css';
import './cards/cards.css';
import './cards/families.css';
import './toolbar.css';
import type { Block } from './catalogue';
import { fonts } from './cards/text';
import { describe } from './describe';
import { opened } from './fit';
import { flash } from './flash';
import { forget, LocalCopy, storedLate, type Kept } from './local-copy';
import type { Problem } from './marks/marks';
import { modelerIn } from './modeler';
import { check, MOST_BYTES } from './opening/check';
import { chooseFile } from './opening/choose-file';
import { decode } from './opening/decode';
import { reason, Refusal } from './opening/refusal';
import { isTold } from './safety/safe-commands';
import { tidyUp } from './tidy/tidy-up';
import type { Change } from './settings/change-handler';
import { crowded } from './tidy/crowded';
import { say, type Words } from './words';

const QUIET = 300;

/** A copy that was left behind may be no more; another tab says so by the storage itself. */
const DECIDED = 'usher-copies';

/** What is kept here has just been cleared away; nothing is put there once more. */
const SIGNED_OUT = 'usher-signed-out';

interface Server {
  drawn(xml: string, opening: number): void;
  selected(selection: object | null, heard: number): void;
  refused(why: string): void;
  mended(said: string): void;
  found(kept: Kept | null): void;
  crowded(crowded: boolean): void;
  openForm(): void;
  making(elements: string[]): void;
}

/**
 * The bridge between the server, which owns the document, and the modules on the canvas. What the server asks is done in
 * the order it asked; what was drawn goes back after a short quiet, or when the focus leaves.
 */
class BpmnDesigner extends HTMLElement {
  $server?: Server;

  private modeler?: any;
  private words?: Words;
  private queue: Promise<void> = Promise.resolve();
  private opened = '';
  private opening = 0;
  private document = '';
  private sent = '';
  private keeping: Promise<void> = Promise.resolve();
  private changed = false;
  private amiss = false;
  private crowded = false;
  private drawing?: number;
  private selecting?: number;
  private told = '';
  private heard = 0;
  private shown?: string;
  private offered?: string;
  private readonly copy = new LocalCopy(() => this.$server?.refused(this.words?.copyLost ?? ''));
  private readonly leave = () => void this.tellDrawn();
  private readonly aside = () => void this.tellDrawn().then(() => this.modeler?.get('history').store());
  private readonly signedOut = () => {
    this.copy.end();
    this.modeler?.get('history').end();
  };
  private readonly decided = () => {
    if (this.offered) this.inOrder(() => this.offerCopy());
  };

  constructor() {
    super();
    this.addEventListener('focusout', this.leave);
  }

  connectedCallback() {
    window.addEventListener('pagehide', this.aside);
    document.addEventListener('visibilitychange', this.aside);
    window.addEventListener('storage', this.decided);
    window.addEventListener(DECIDED, this.decided);
    window.addEventListener(SIGNED_OUT, this.signedOut);
  }

  disconnectedCallback() {
    window.removeEventListener('pagehide', this.aside);
    document.removeEventListener('visibilitychange', this.aside);
    window.removeEventListener('storage', this.decided);
    window.removeEventListener(DECIDED, this.decided);
    window.removeEventListener(SIGNED_OUT, this.signedOut);
    const last = this.modeler;
    window.clearTimeout(this.selecting);
    void this.tellDrawn().finally(() => {
      last?.get('history').store();
      this.copy.leave();
      last?.destroy();
      if (this.modeler === last) this.modeler = undefined;
    });
  }

  // asked by the server

  /** Without words those of before. */
  offer(blocks: Block[], words?: Words) {
    this.inOrder(async () => {
      await fonts();
      this.words = words ?? this.words!;
      this.heard = 0;
      this.build(blocks, this.words);
    });
  }

  /** @param opening says to the server which document something was drawn on */
  open(xml: string, opening = this.opening) {
    this.inOrder(() => this.read(xml, opening, this.document ? this.words!.notOpened : this.words!.notShown));
  }

  /** The same for a document of unknown worth; whether it is shown now. */
  async tryOpen(xml: string, opening: number): Promise<boolean> {
    this.open(xml, opening);
    await this.queue;
    return this.opening === opening;
  }

  /** The text of a file that the person chooses; null for none, or when it cannot be read, of which the person is told. */
  async chooseFile(): Promise<string | null> {
    const words = this.words!;
    try {
      const file = await chooseFile();
      if (!file) return null;
      // in UTF-16 each letter takes two bytes
      if (file.size > 2 * MOST_BYTES + 2) throw new Refusal(words.tooLarge);
      return decode(new Uint8Array(await file.arrayBuffer()), words);
    } catch (error) {
      this.refuse(words.notOpened, error);
      return null;
    }
  }

  /** A block in the place of what another tool drew. */
  replaceElement(id: string, block: string) {
    this.inOrder(() => {
      const [element, by] = [this.element(id), this.get('blocks').get(block)];
      if (!element || !by) return;
      this.get('newcomers').replace(element, by);
      this.tellCrowded(true);
    });
  }

  change(id: string, change: Change) {
    this.changeAll({ [id]: change });
  }

  /** @param number of this change among those the server has asked for */
  changeAll(all: Record<string, Change>, number?: number) {
    this.inOrder(() => {
      this.heard = number ?? this.heard;
      // the server waits to be told what is selected, whatever comes of this
      this.tellSelection();
      const changes = Object.entries(all)
        .map(([id, change]) => ({ element: this.element(id), change }))
        .filter(({ element }) => element);
      if (changes.length && !this.get('lock').locked) this.get('commandStack').execute('usher.changes', { changes });
    });
  }

  /** One more way out of a decision. */
  addWay(id: string) {
    this.inOrder(() => {
      const decision = this.element(id);
      if (decision && !this.get('lock').locked) this.get('commandStack').execute('usher.way', { decision });
      this.tellSelection();
    });
  }

  removeElement(id: string) {
    this.inOrder(() => {
      const elements = [this.element(id)].filter(Boolean);
      const going = this.get('rules').allowed('elements.delete', { elements });
      if (going.length) this.get('modeling').removeElements(going);
      this.tellSelection();
    });
  }

  select(id: string) {
    this.inOrder(() => {
      const element = this.element(id);
      this.get('selection').select(element ?? null);
      if (element) flash(this.get('canvas'), element);
    });
  }

  problems(found: Problem[]) {
    this.inOrder(() => this.get('marks').show(found));
  }

  segments(names: Record<string, string>) {
    this.inOrder(() => this.get('marks').nameSegments(names));
  }

  startsWith(line: string) {
    this.inOrder(() => this.get('marks').startsWith(line));
  }

  setReadOnly(readOnly: boolean) {
    this.inOrder(() => {
      this.get('lock').readOnly = readOnly;
      this.showLock();
      this.tellCrowded();
    });
  }

  /** As the button above the canvas does. */
  tidy() {
    this.inOrder(() => tidyUp(this.modeler));
  }

  focusCanvas() {
    this.inOrder(() => this.get('canvas').focus());
  }

  /** @param opening of the page, which has a copy of its own; what earlier ones left behind is offered */
  keepCopyAs(owner: string, opening: string, base: string) {
    this.inOrder(async () => {
      // what was drawn until now was drawn over the base before
      await this.keepInTurn();
      this.copy.keepAs(owner, opening, base);
      this.get('history').keepAs(owner, this.document);
      if (this.document) await this.offerCopy();
    });
  }

  /** @param hash of the document that was saved, so that what was drawn since then stays kept */
  saved(base: string, hash: number) {
    this.inOrder(() => this.copy.saved(base, !this.changed && hashOf(this.document) === hash));
  }

  dropLocalCopy() {
    this.inOrder(() => this.copy.drop());
  }

  /** What was left behind in this slot is drawn on now. */
  takeCopy(slot: string) {
    this.inOrder(async () => {
      await this.keepInTurn();
      this.copy.take(slot);
      await this.offerCopy();
    });
  }

  /** What was left behind in this slot is not wanted. */
  forgetCopy(slot: string) {
    this.inOrder(async () => {
      forget(slot);
      await this.offerCopy();
    });
  }

  /** The document as it is now: the very bytes that were opened while nothing was drawn. */
  async save(): Promise<string> {
    await this.queue;
    await this.tellDrawn();
    return this.document;
  }

  // done in the browser

  private inOrder(step: () => void | Promise<void>) {
    this.queue = this.queue.then(step).catch((error) => {
      if (!isTold(error)) this.$server?.refused(String(error?.message ?? error));
    });
  }

  private build(blocks: Block[], words: Words) {
    this.modeler?.destroy();
    this.amiss = false;
    this.modeler = modelerIn(this, blocks, words);
    const bus = this.get('eventBus');
    bus.on('commandStack.changed', () => this.soon());
    bus.on('usher.failed', ({ sound }: any) => {
      this.$server?.refused(words.failed);
      if (!sound) this.inOrder(() => this.again());
    });
    bus.on(['selection.changed', 'drag.cleanup'], () => this.tellSelection());
    bus.on('usher.making', ({ making }: any) => this.$server?.making(making));
    bus.on('usher.form', () => {
      this.tellSelection(0);
      this.$server?.openForm();
    });
    bus.on('usher.step', ({ by }: { by: number }) => this.inOrder(() => this.step(by)));
  }

  /** What was drawn on the document before is kept first: the copy is offered beside the new one. */
  private async read(xml: string, opening: number, sorry: string) {
    await this.keepInTurn();
    if (!(await this.shows(xml, sorry))) return;
    this.opening = opening;
    const mender = this.get('mender');
    this.opened = this.document = this.sent = xml;
    this.changed = false;
    window.clearTimeout(this.drawing);
    this.get('history').opened(xml);
    // what was taken away is saved as such, and no undo brings it back
    if (mender.changed && !this.get('lock').locked) await this.takeOver();
    const said = [...mender.said, ...this.adopted()];
    this.$server?.mended(said.join(' '));
    opened(this.modeler);
    this.tellCrowded(true);
    // afterwards: the server knows that this is open before anything drawn on it can be told
    this.inOrder(() => this.offerCopy(true));
  }

  /** One step back or on where the command stack ends; view and selection stay where they are. */
  private async step(by: number) {
    await this.keepInTurn();
    const state = this.get('history').next(by);
    if (!state || this.get('lock').locked) return;
    const { x, y, width, height } = this.get('canvas').viewbox();
    const selected = this.get('selection').get().map((e: any) => e.id);
    await this.modeler.importXML(state.xml);
    this.opened = this.document = state.xml;
    this.changed = false;
    state.done();
    this.copy.keep(state.xml);
    this.get('canvas').viewbox({ x, y, width, height });
    this.get('selection').select(selected.map((id: string) => this.element(id)).filter(Boolean));
    await this.tellDrawn();
  }

  /** Whether the document is on the canvas now; if not, what was there before still is, and the person is told why. */
  private async shows(xml: string, sorry: string): Promise<boolean> {
    const there = this.modeler.getDefinitions();
    const lock = this.get('lock');
    try {
      check(xml, this.words!);
      await this.modeler.importXML(xml);
      lock.opened = true;
      return true;
    } catch (error) {
      if (this.modeler.getDefinitions() !== there) await this.again();
      this.refuse(sorry, error);
      return false;
    } finally {
      this.amiss = !lock.opened;
      this.showLock();
    }
  }

  /** Back to the document as it was kept last; undo does not reach behind that. */
  private async again() {
    this.get('lock').opened = false;
    if (this.document) {
      this.get('history').store();
      await this.modeler.importXML(this.document);
      this.get('history').opened(this.document);
      this.get('lock').opened = true;
    } else this.modeler.clear();
    this.opened = this.document;
    this.changed = false;
    this.showLock();
  }

  private showLock() {
    this.classList.toggle('us-read-only', this.amiss || this.get('lock').readOnly);
    this.get('eventBus').fire('usher.locked');
  }

  private async takeOver() {
    this.opened = (await this.modeler.saveXML({ format: true })).xml;
    this.get('history').note(this.opened);
    this.soon();
  }

  private adopted(): string[] {
    try {
      return this.get('newcomers').adopt();
    } catch {
      return [];
    }
  }

  private refuse(sorry: string, error: unknown) {
    this.$server?.refused(say(sorry, reason(error, this.words!)));
  }

  /** Of every drawing that is opened crowded, and when it no longer is; not of cards that a person puts on others. */
  private tellCrowded(opened = false) {
    const asked = (opened || this.crowded) && !this.get('lock').locked;
    const now = asked && crowded(this.get('canvas').getRootElement().children);
    if (now !== this.crowded || (opened && now)) this.$server?.crowded(now);
    this.crowded = now;
  }

  /** What was left behind, and once that it is no more: it was stored after all, or decided about elsewhere. */
  private async offerCopy(opened = false) {
    const kept = await this.copy.left(this.document, opened);
    if (kept || this.offered) this.$server?.found(kept ?? null);
    this.offered = kept?.slot;
  }

  private soon() {
    this.changed = true;
    window.clearTimeout(this.drawing);
    this.drawing = window.setTimeout(this.leave, QUIET);
  }

  private async tellDrawn() {
    await this.keepInTurn();
    if (this.document === this.sent) return;
    this.sent = this.document;
    this.$server?.drawn(this.document, this.opening);
    this.tellCrowded();
    this.tellSelection();
  }

  private keepInTurn(): Promise<void> {
    return (this.keeping = this.keeping.then(() => this.keep()));
  }

  /** Brings the document up to what is drawn, and the browser's copy with it. */
  private async keep() {
    window.clearTimeout(this.drawing);
    const { modeler } = this;
    if (!modeler || !this.changed) return;
    this.changed = false;
    try {
      const { drawn } = modeler.get('history');
      const xml = drawn ? (await modeler.saveXML({ format: true })).xml : this.opened;
      if (xml === this.document) return;
      this.document = xml;
      modeler.get('history').note(xml);
      this.copy.keep(xml);
    } catch (e) {
      this.changed = true;
      this.$server?.refused(say(this.words!.notWritten, String((e as Error)?.message ?? e)));
    }
  }

  /** Not while something is dragged, which is selected again when it is dropped, and nothing twice. */
  private tellSelection(after = 30) {
    window.clearTimeout(this.selecting);
    const tell = () => {
      if (!this.modeler || this.get('dragging').context()?.active) return;
      const [element, ...more] = this.get('selection').get();
      const selection = element && !more.length ? describe(element, this.get('blocks')) : null;
      const said = JSON.stringify([selection, this.heard]);
      if (said === this.told) return;
      if (element?.id !== this.shown) leaveForm();
      this.$server?.selected(selection, this.heard);
      this.told = said;
      this.shown = element?.id;
    };
    if (after) this.selecting = window.setTimeout(tell, after);
    else tell();
  }

  private element(id: string): any {
    return this.get('elementRegistry').get(id);
  }

  private get(name: string): any {
    return this.modeler.get(name);
  }
}

/** The form of what was selected before goes: its field is left first, which sends what was typed a moment ago. */
function leaveForm() {
  const field = document.activeElement;
  if (field instanceof HTMLElement && field.closest('.us-form')) field.blur();
}

/** As Java's {@code String.hashCode}. */
function hashOf(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (31 * hash + text.charCodeAt(i)) | 0;
  return hash;
}

customElements.define('bpmn-designer', BpmnDesigner);

/** An opening is over, and the server has stored its last document since. */
(window as any).usherStoredLate = (owner: string, opening: string, hash: number) => {
  storedLate(owner, opening, (bpmn) => hashOf(bpmn) === hash);
  window.dispatchEvent(new Event(DECIDED));
};
