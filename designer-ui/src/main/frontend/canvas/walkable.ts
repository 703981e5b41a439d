import { Walker, type Way } from './keys/walker';

const ARROWS: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Arrow keys go from block to block in a drawing that is only looked at, too. */
export function walkable(viewer: any): void {
  const canvas = viewer.get('canvas');
  const selection = viewer.get('selection');
  const registry = viewer.get('elementRegistry');
  const walker = new Walker(viewer.get('blocks'), registry);
  viewer.get('eventBus').on('element.mousedown', 3000, () => {
    canvas.focus();
  });
  viewer.get('keyboard').addListener(3000, ({ keyEvent }: { keyEvent: KeyboardEvent }) => {
    const way = ARROWS[keyEvent.key];
    if (!way || keyEvent.ctrlKey || keyEvent.metaKey || keyEvent.altKey || keyEvent.shiftKey) return undefined;
    const [from] = selection.get();
    const next = from ? walker.next(from, way) : walker.first();
    if (!next) return true;
    selection.select(next);
    canvas.scrollToElement(next, 60);
    canvas._svg.setAttribute('aria-activedescendant', registry.getGraphics(next).id);
    return true;
  });
}
