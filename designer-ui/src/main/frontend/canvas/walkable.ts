import { follow } from './fit';
import { Walker, type Way } from './keys/walker';
import { zoomKeys } from './keys/zoom-keys';

const ARROWS: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Arrow keys go from block to block in a drawing that is only looked at, too; the keys of zooming are those of the canvas. */
export function walkable(viewer: any): void {
  const canvas = viewer.get('canvas');
  const selection = viewer.get('selection');
  const registry = viewer.get('elementRegistry');
  const walker = new Walker(viewer.get('blocks'), registry);
  const zoom = zoomKeys(canvas, viewer.get('zoomScroll'));
  viewer.get('eventBus').on('element.mousedown', 3000, () => {
    canvas.focus();
  });
  viewer.get('keyboard').addListener(3000, ({ keyEvent }: { keyEvent: KeyboardEvent }) => {
    const way = ARROWS[keyEvent.key];
    if (keyEvent.ctrlKey || keyEvent.metaKey || keyEvent.altKey) return undefined;
    if (zoom[keyEvent.key]) {
      zoom[keyEvent.key]();
      return true;
    }
    if (!way || keyEvent.shiftKey) return undefined;
    const [from] = selection.get();
    const next = from ? walker.next(from, way) : walker.first();
    if (!next) return true;
    selection.select(next);
    follow(canvas, next);
    canvas._svg.setAttribute('aria-activedescendant', registry.getGraphics(next).id);
    return true;
  });
}
