import ZoomScroll from 'diagram-js/lib/navigation/zoomscroll/ZoomScroll';

const STEPS = [0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 2, 3, 4];

/**
 * The wheel belongs to the page as long as the page can be scrolled, and to the drawing once that was clicked, until
 * something else is; with Ctrl it always zooms. Zooming by button or key goes in round steps.
 */
export class Wheel extends (ZoomScroll as any) {
  static $inject = ['config.zoomScroll', 'eventBus', 'canvas'];

  private clicked = false;

  constructor(config: any, eventBus: any, canvas: any) {
    super(config, eventBus, canvas);
    const container: HTMLElement = canvas.getContainer();
    const press = (event: Event) => (this.clicked = event.composedPath().includes(container));
    const leave = ({ key }: KeyboardEvent) => key === 'Escape' && (this.clicked = false);
    document.addEventListener('pointerdown', press, true);
    container.addEventListener('keydown', leave);
    eventBus.on('diagram.destroy', () => document.removeEventListener('pointerdown', press, true));
  }

  _handleWheel(event: WheelEvent) {
    const drawing = event.ctrlKey || event.metaKey || this.clicked || !scrolls(this._container);
    if (drawing) super._handleWheel(event);
  }

  stepZoom(delta: number, position?: { x: number; y: number }) {
    const now = this._canvas.zoom();
    const next = delta > 0 ? STEPS.find((step) => step > now * 1.01) : STEPS.findLast((step) => step < now / 1.01);
    if (next) this._canvas.zoom(next, position);
  }
}

/** Whether anything around the element can be scrolled, through the shadow of others as well. */
function scrolls(inside: Element): boolean {
  for (let node: any = inside.parentNode; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
    if (!(node instanceof Element) || node.scrollHeight <= node.clientHeight + 1) continue;
    const { overflowY } = getComputedStyle(node);
    const root = node === document.scrollingElement;
    if (overflowY === 'auto' || overflowY === 'scroll' || (root && overflowY !== 'hidden')) return true;
  }
  return false;
}
