import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import Viewer from 'bpmn-js/lib/Viewer';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './cards/cards.css';
import './cards/families.css';
import './toolbar.css';
import type { Block } from './catalogue';
import cards from './cards/drawn';
import { fonts } from './cards/text';
import { asPlaced, fitPicture, follow, inView, opened, placeAgain } from './fit';
import { flash } from './flash';
import flows from './flows/drawn';
import { grid } from './grid';
import { LOOK } from './look';
import marks from './marks';
import opening from './opening';
import { check } from './opening/check';
import { reason } from './opening/refusal';
import path from './path';
import type { Step } from './path/walked-path';
import spoken from './spoken/drawn';
import { zoomBar } from './toolbar';
import { walkable } from './walkable';
import wheel from './wheel';
import { say, type Words } from './words';

const MODULES = [cards, flows, marks, opening, path, spoken];

/** A drawing to look at: with the path a journey walked and the block where it stands, or as a small picture; as large as can be read, or as a picture fitted to its room. */
class BpmnPath extends HTMLElement {
  $server?: { selected(block: string): void; refused(why: string): void };

  private viewer?: any;
  private queue: Promise<void> = Promise.resolve();
  private blocks: Block[] = [];
  private words?: Words;
  private told?: string;
  private standsAt: string | null = null;
  private readonly size = new ResizeObserver(() => this.resized());

  connectedCallback() {
    this.size.observe(this);
  }

  disconnectedCallback() {
    this.size.disconnect();
    this.viewer?.destroy();
    this.viewer = undefined;
  }

  // asked by the server

  /** Without words those of before. */
  offer(blocks: Block[], words?: Words, picture = false) {
    this.inOrder(async () => {
      await fonts();
      this.blocks = blocks;
      this.words = words ?? this.words;
      this.build(picture);
    });
  }

  show(xml: string, walked: Step[], standsAt: string | null) {
    this.inOrder(async () => {
      if (!(await this.shows(xml))) return;
      this.get('walkedPath').show(walked, standsAt);
      this.standsAt = standsAt;
      this.place();
    });
  }

  /** The journey has gone on: the view stays as it is, unless the block it has come to is out of it. */
  walk(walked: Step[], standsAt: string | null) {
    this.inOrder(() => {
      this.get('walkedPath').show(walked, standsAt);
      if (standsAt === this.standsAt) return;
      this.standsAt = standsAt;
      this.follow();
    });
  }

  select(id: string) {
    this.inOrder(() => {
      const element = this.get('elementRegistry').get(id);
      this.told = id;
      this.get('selection').select(element ?? null);
      if (element) flash(this.get('canvas'), element);
    });
  }

  // done in the browser

  /** A drawing that cannot be shown is replaced by the reason. */
  private async shows(xml: string): Promise<boolean> {
    this.querySelector('.us-unshown')?.remove();
    try {
      check(xml, this.words!);
      await this.viewer.importXML(xml);
      return true;
    } catch (error) {
      const said = document.createElement('p');
      said.className = 'us-unshown';
      said.textContent = say(this.words!.notShown, reason(error, this.words!));
      this.append(said);
      this.$server?.refused(said.textContent);
      return false;
    }
  }

  private inOrder(step: () => void | Promise<void>) {
    this.queue = this.queue.then(step).catch((e) => this.$server?.refused(String(e?.message ?? e)));
  }

  private place() {
    if (this.hasAttribute('picture')) fitPicture(this.get('canvas'));
    else opened(this.viewer, this.stands());
  }

  /** Where the journey stands; undefined where it has begun nowhere or has ended. */
  private stands(): any {
    return (this.standsAt && this.get('elementRegistry').get(this.standsAt)) || undefined;
  }

  private follow() {
    const stands = this.stands();
    if (stands && !inView(this.get('canvas'), stands)) follow(this.get('canvas'), stands);
  }

  /** Places the drawing anew, unless the person has moved it. */
  private resized() {
    if (!this.viewer) return;
    const canvas = this.get('canvas');
    if (!asPlaced(canvas)) canvas.resized();
    else if (this.hasAttribute('picture')) fitPicture(canvas);
    else placeAgain(this.viewer, this.stands());
  }

  private build(picture: boolean) {
    this.viewer?.destroy();
    this.toggleAttribute('picture', picture);
    const container = document.createElement('div');
    container.className = 'us-canvas';
    this.replaceChildren(container);
    const { blocks, words } = this;
    const options = { container, additionalModules: MODULES, moddleExtensions: { zeebe }, blocks, words, ...LOOK } as any;
    this.viewer = picture ? new Viewer(options) : new NavigatedViewer({ ...options, additionalModules: [...MODULES, wheel] });
    this.name(picture);
    if (picture) return;
    this.append(zoomBar(this.viewer, words!));
    grid(this.viewer, container);
    walkable(this.viewer);
    this.get('eventBus').on('selection.changed', ({ newSelection }: any) => this.tell(newSelection[0]));
  }

  private name(picture: boolean) {
    const drawing = this.get('canvas')._svg as SVGElement;
    drawing.setAttribute('role', picture ? 'img' : 'application');
    drawing.setAttribute('aria-label', picture ? this.words!.picture : this.words!.path);
    if (picture) drawing.removeAttribute('tabindex');
  }

  private tell(element: any) {
    if (!element || element.waypoints || element.id === this.told) return;
    this.told = element.id;
    this.$server?.selected(element.id);
  }

  private get(name: string): any {
    return this.viewer.get(name);
  }
}

customElements.define('bpmn-path', BpmnPath);
