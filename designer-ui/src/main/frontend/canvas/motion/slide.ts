import { EASE, isStill } from './motion';

interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Moves the view to another place, at once where the person wants no motion; whoever moves it meanwhile has the last word. */
export function slide(canvas: any, to: View, moved: () => void): void {
  const from = canvas.viewbox();
  const begun = performance.now();
  let last = seen(canvas);
  const step = (now: number) => {
    // the page may have been left meanwhile
    if (!canvas.getContainer() || seen(canvas) !== last) return;
    const part = isStill() ? 1 : Math.min(1, Math.max(0, (now - begun) / (EASE.duration as number)));
    const eased = 1 - (1 - part) ** 3;
    canvas.viewbox({ ...to, x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased });
    last = seen(canvas);
    moved();
    if (part < 1) requestAnimationFrame(step);
  };
  step(begun);
}

function seen(canvas: any): string {
  const { x, y, width } = canvas.viewbox();
  return [x, y, width].map((at) => at.toFixed(3)).join();
}
