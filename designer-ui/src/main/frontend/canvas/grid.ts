const STEP = 20;
const LEAST = 14;

/** Dots behind the drawing that move and grow with it; farther apart where they would come too close. */
export function grid(viewer: any, behind: HTMLElement): void {
  behind.classList.add('us-grid');
  viewer.get('eventBus').on('canvas.viewbox.changed', ({ viewbox: { x, y, scale } }: any) => {
    let step = STEP * scale;
    while (step < LEAST) step *= 2;
    const from = (at: number) => `${-((at * scale) % step) - step / 2}px`;
    behind.style.backgroundPosition = `${from(x)} ${from(y)}`;
    behind.style.backgroundSize = `${step}px ${step}px`;
  });
}
