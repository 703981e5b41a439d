import type { Words } from '../words';

/** All keys on one sheet; the browser's own dialog keeps the focus inside and closes with Escape. */
export class ShortcutSheet {
  static $inject = ['config.stage', 'config.words', 'canvas'];

  constructor(
    private readonly stage: HTMLElement,
    private readonly words: Words,
    private readonly canvas: any
  ) {}

  open() {
    const sheet = document.createElement('dialog');
    sheet.className = 'us-sheet';
    sheet.setAttribute('aria-labelledby', 'us-sheet-title');
    sheet.innerHTML = '<header><h2 id="us-sheet-title"></h2><button type="button"></button></header><dl></dl>';
    sheet.querySelector('h2')!.textContent = this.words.help;
    const close = sheet.querySelector('button')!;
    close.textContent = this.words.close;
    close.addEventListener('click', () => sheet.close());
    sheet.querySelector('dl')!.append(...this.lines());
    sheet.addEventListener('keydown', (event) => {
      event.stopPropagation();
      // its one button keeps the focus
      if (event.key === 'Tab') event.preventDefault();
    });
    sheet.addEventListener('click', (event) => event.target === sheet && sheet.close());
    sheet.addEventListener('close', () => {
      sheet.remove();
      this.canvas.focus();
    });
    this.stage.append(sheet);
    sheet.showModal();
  }

  private lines(): Element[] {
    const w = this.words;
    const keys: [string, string][] = [
      ['↑ ↓ ← →', w.keysWalk],
      ['L', w.keysLine],
      ['Enter', w.keysForm],
      ['A', w.keysAdd],
      ['C', w.keysConnect],
      ['Shift / Alt + ↑ ↓ ← →', w.keysMove],
      ['Delete', w.keysDelete],
      ['Ctrl + A', w.keysSelect],
      ['Ctrl + C, X, V', w.keysCopy],
      ['Ctrl + D', w.keysDuplicate],
      ['Ctrl + Z, Ctrl + Y', w.keysUndo],
      ['+ −', w.keysZoom],
      ['1', w.keysActual],
      ['0', w.keysFit],
      ['Esc', w.keysCancel],
      ['?', w.keysHelp],
    ];
    return keys.map(([key, does]) => {
      const line = document.createElement('div');
      const dt = document.createElement('dt');
      const dd = document.createElement('dd');
      const kbd = document.createElement('kbd');
      kbd.textContent = key;
      dt.append(kbd);
      dd.textContent = does;
      line.append(dt, dd);
      return line;
    });
  }
}
