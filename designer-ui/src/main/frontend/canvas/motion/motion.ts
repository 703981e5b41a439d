export const EASE: KeyframeAnimationOptions = { duration: 150, easing: 'ease-out' };

/** Whether the person wants things to move only as far as they must. */
export function isStill(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
