import Modeler from 'bpmn-js/lib/Modeler';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

/** bpmn-js as it comes, to measure our canvas against. */
class PlainCanvas extends HTMLElement {
  modeler = new Modeler({ moddleExtensions: { zeebe } } as any);

  connectedCallback() {
    this.modeler.attachTo(this);
  }

  async open(xml: string) {
    await this.modeler.importXML(xml);
    (this.modeler.get('canvas') as any).zoom('fit-viewport');
  }

  async save(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml!;
  }
}

customElements.define('plain-canvas', PlainCanvas);
