import Modeler from 'bpmn-js/lib/Modeler';
import MinimapModule from 'diagram-js-minimap';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import './bpmn-designer.css';
import cards from './cards';
import exits from './exits';
import palette from './palette';
import settings from './settings';
import tidy from './tidy';
import type { Block } from './catalogue';
import { exitOf, settingsOf } from './drawing';
import type { Change } from './settings/change-handler';
import { fit } from './fit';
import { toolbar } from './toolbar';
import type { Words } from './words';

const QUIET = 300;

interface Server {
  drawn(xml: string): void;
  selected(selection: object | null): void;
  refused(why: string): void;
}

/**
 * The bridge between the server, which owns the document, and the modules on the canvas. What the server asks is done in
 * the order it asked; what was drawn goes back after a short quiet, or when the focus leaves.
 */
class BpmnDesigner extends HTMLElement {
  $server?: Server;

  private modeler?: any;
  private queue: Promise<void> = Promise.resolve();
  private document = '';
  private waiting?: number;

  constructor() {
    super();
    this.addEventListener('focusout', () => void this.tellDrawn());
  }

  disconnectedCallback() {
    window.clearTimeout(this.waiting);
    this.modeler?.destroy();
    this.modeler = undefined;
  }

  // asked by the server

  offer(blocks: Block[], words: Words) {
    this.inOrder(() => this.build(blocks, words));
  }

  open(xml: string) {
    this.inOrder(() => this.read(xml));
  }

  change(id: string, change: Change) {
    this.inOrder(() => {
      const element = this.get('elementRegistry').get(id);
      if (element) this.get('commandStack').execute('usher.change', { element, change });
    });
  }

  select(id: string) {
    this.inOrder(() => this.get('selection').select(this.get('elementRegistry').get(id) ?? null));
  }

  /** The document as it is now: the very bytes that were opened while nothing was drawn. */
  async save(): Promise<string> {
    await this.queue;
    return this.write();
  }

  // done in the browser

  private inOrder(step: () => void | Promise<void>) {
    this.queue = this.queue.then(step).catch((e) => this.$server?.refused(String(e?.message ?? e)));
  }

  private build(blocks: Block[], words: Words) {
    this.modeler?.destroy();
    const host = { palette: part('us-palette', 'toolbar', words.blocks), canvas: part('us-canvas') };
    this.modeler = new Modeler({
      container: host.canvas,
      additionalModules: [MinimapModule, cards, exits, palette, settings, tidy],
      moddleExtensions: { zeebe },
      blocks,
      words,
      palette: host.palette,
      bpmnRenderer: { defaultFillColor: 'var(--us-surface)', defaultStrokeColor: 'var(--us-line-strong)', defaultLabelColor: 'var(--us-ink)' },
      textRenderer: { externalStyle: { fontSize: 12, fontFamily: "'Instrument Sans', system-ui, sans-serif" } },
    } as any);
    const stage = part('us-stage');
    stage.append(host.canvas, toolbar(this.modeler, words));
    this.replaceChildren(host.palette, stage);
    const bus = this.get('eventBus');
    bus.on('commandStack.changed', () => this.soon());
    bus.on('selection.changed', () => this.tellSelection());
  }

  private async read(xml: string) {
    await this.modeler.importXML(xml);
    this.document = xml;
    fit(this.get('canvas'));
  }

  private async write(): Promise<string> {
    if (!this.get('commandStack').canUndo() && !this.get('commandStack').canRedo()) return this.document;
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  private soon() {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.tellDrawn(), QUIET);
  }

  private async tellDrawn() {
    window.clearTimeout(this.waiting);
    if (!this.modeler) return;
    const xml = await this.write();
    if (xml === this.document) return;
    this.document = xml;
    this.$server?.drawn(xml);
    this.tellSelection();
  }

  private tellSelection() {
    const [element, ...more] = this.get('selection').get();
    this.$server?.selected(element && !more.length ? this.describe(element) : null);
  }

  private describe(element: any) {
    return {
      id: element.id,
      block: this.get('blocks').of(element)?.key ?? null,
      name: element.businessObject.name ?? '',
      settings: settingsOf(element),
      exit: exitOf(element) ?? null,
    };
  }

  private get(name: string): any {
    return this.modeler.get(name);
  }
}

function part(name: string, role?: string, label?: string): HTMLElement {
  const made = document.createElement('div');
  made.className = name;
  if (role) made.setAttribute('role', role);
  if (label) made.setAttribute('aria-label', label);
  return made;
}

customElements.define('bpmn-designer', BpmnDesigner);
