import { iconPath } from '../canvas/cards/icons';

/** The drawing a block has on its card, in the colour of the text around it. */
class BlockIcon extends HTMLElement {
  static observedAttributes = ['icon'];

  attributeChangedCallback() {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', iconPath(this.getAttribute('icon') ?? ''));
    svg.append(path);
    this.replaceChildren(svg);
  }
}

customElements.define('block-icon', BlockIcon);
