const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** One stop of the Tab key for the whole bar; inside it arrow keys, Home and End go from one button to the next. */
export function roving(bar: HTMLElement, buttons: string): void {
  const all = () => [...bar.querySelectorAll<HTMLButtonElement>(buttons)];
  const only = (current: HTMLElement) => all().forEach((button) => (button.tabIndex = button === current ? 0 : -1));
  const [first] = all();
  if (first) only(first);
  bar.addEventListener('focusin', ({ target }) => {
    const button = (target as HTMLElement).closest<HTMLElement>(buttons);
    if (button) only(button);
  });
  bar.addEventListener('keydown', (event) => {
    const among = all().filter((button) => button.offsetParent);
    const at = among.indexOf(document.activeElement as HTMLButtonElement);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? among.length - 1 : at + (STEPS[event.key] ?? NaN);
    const next = among[(to + among.length) % among.length];
    if (at < 0 || !next) return;
    event.preventDefault();
    event.stopPropagation();
    next.focus();
  });
}
