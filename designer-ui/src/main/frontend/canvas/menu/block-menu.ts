import type { Adder } from '../adding/adder';
import { center, type Point } from '../adding/room';
import type { Blocks } from '../blocks';
import { CARD } from '../cards/card-shapes';
import type { Block } from '../catalogue';
import type { Lock } from '../lock/lock';
import { picture } from '../palette/block-palette';
import type { Words } from '../words';

const WIDTH = 304;
const HEIGHT = 360;
const LEAST = 220;
const BESIDE = 16;

/** A small menu of blocks with a search field, beside the block or line to which one is added. */
export class BlockMenu {
  static $inject = ['config.stage', 'config.words', 'canvas', 'blocks', 'adder', 'lock'];

  private menu?: HTMLElement;
  private found: Block[] = [];
  private current = 0;
  private near?: any;
  private at?: Point;

  constructor(
    private readonly stage: HTMLElement,
    private readonly words: Words,
    private readonly canvas: any,
    private readonly blocks: Blocks,
    private readonly adder: Adder,
    private readonly lock: Lock
  ) {}

  /** Opens it for a block, a line or, without one, for the canvas; at a point where the new block shall stand. */
  openAt(near?: any, at?: Point) {
    this.close();
    if (this.lock.locked) return;
    this.near = near;
    this.at = at;
    this.menu = this.build();
    this.stage.append(this.menu);
    this.moveTo(this.seen(at ?? this.beside(near)), near && !near.waypoints ? this.seen(near) : undefined);
    this.search('');
    this.input.focus();
  }

  close() {
    const menu = this.menu;
    this.menu = undefined;
    menu?.remove();
  }

  private get input(): HTMLInputElement {
    return this.menu!.querySelector('input')!;
  }

  private build(): HTMLElement {
    const menu = document.createElement('div');
    menu.className = 'us-menu';
    menu.setAttribute('role', 'dialog');
    menu.setAttribute('aria-label', this.near?.waypoints ? this.words.addInto : this.words.addAfter);
    menu.innerHTML =
      '<input type="text" role="combobox" aria-expanded="true" aria-controls="us-menu-blocks" aria-autocomplete="list" autocomplete="off">' +
      '<ul id="us-menu-blocks" role="listbox"></ul><p hidden></p>';
    const input = menu.querySelector('input')!;
    input.placeholder = this.words.search;
    input.setAttribute('aria-label', this.words.search);
    input.addEventListener('input', () => this.search(input.value));
    menu.querySelector('ul')!.setAttribute('aria-label', this.words.blocks);
    menu.querySelector('p')!.textContent = this.words.noneFound;
    menu.addEventListener('keydown', (event) => this.key(event));
    menu.addEventListener('focusout', ({ relatedTarget }) => {
      if (!menu.contains(relatedTarget as Node)) this.close();
    });
    menu.addEventListener('mousedown', (event) => event.target === input || event.preventDefault());
    return menu;
  }

  private search(text: string) {
    const wanted = text.trim().toLowerCase();
    const offered = this.blocks.all.filter((block) => block.drawn !== 'start-event').sort((a, b) => a.familyOrder - b.familyOrder);
    const byTitle = offered.filter((block) => block.title.toLowerCase().includes(wanted));
    const byHelp = offered.filter((block) => !byTitle.includes(block) && block.help.toLowerCase().includes(wanted));
    this.found = [...byTitle, ...byHelp];
    this.menu!.querySelector('ul')!.replaceChildren(...this.found.map((block, i) => this.option(block, i)));
    this.menu!.querySelector('p')!.hidden = this.found.length > 0;
    this.mark(0);
  }

  private option(block: Block, i: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `us-menu-${block.key}`;
    option.setAttribute('role', 'option');
    option.dataset.choose = block.key;
    const said = document.createElement('span');
    const title = document.createElement('strong');
    title.textContent = block.title;
    const help = document.createElement('small');
    help.textContent = block.help;
    said.append(title, help);
    option.append(picture(block), said);
    option.addEventListener('mousemove', () => this.current === i || this.mark(i));
    option.addEventListener('click', () => this.choose(block));
    return option;
  }

  private mark(i: number) {
    this.current = i;
    this.menu!.querySelectorAll('li').forEach((option, each) => option.setAttribute('aria-selected', String(each === i)));
    const option = this.menu!.querySelectorAll('li')[i];
    option?.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', option?.id ?? '');
  }

  private key(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    event.stopPropagation();
    if (event.key === 'Escape') this.back();
    else if (event.key === 'Enter') this.choose(this.found[this.current]);
    else if (step && this.found.length) this.mark((this.current + step + this.found.length) % this.found.length);
    else return;
    event.preventDefault();
  }

  private choose(block?: Block) {
    if (!block) return;
    this.back();
    this.adder.add(block, this.near, this.at && { x: this.at.x, y: this.at.y + CARD.height / 2 });
  }

  private back() {
    this.close();
    this.canvas.focus();
  }

  private beside(near: any): Point {
    if (!near) {
      const view = this.canvas.viewbox();
      return { x: view.x + view.width / 2, y: view.y + view.height / 3 };
    }
    return near.waypoints ? near.waypoints[Math.floor(near.waypoints.length / 2)] : { x: center(near).x, y: near.y + near.height + 14 };
  }

  private seen(point: Point): Point {
    const view = this.canvas.viewbox();
    return { x: (point.x - view.x) * view.scale, y: (point.y - view.y) * view.scale };
  }

  /** Below the card it is added to, as far as there is room; where there is too little, beside it. */
  private moveTo({ x, y }: Point, card?: Point) {
    const room = { x: this.stage.clientWidth - 8, y: this.stage.clientHeight - 8 };
    const inside = (at: number, size: number, most: number) => Math.max(8, Math.min(at, most - size));
    const { scale } = this.canvas.viewbox();
    const below = card && y > card.y && room.y - y >= LEAST;
    const height = below ? Math.min(HEIGHT, room.y - y) : HEIGHT;
    const right = card && card.x + (CARD.width + BESIDE) * scale;
    const fits = right && right + WIDTH <= room.x;
    const left = !right || below ? x - WIDTH / 2 : fits ? right : card.x - BESIDE * scale - WIDTH;
    this.menu!.style.maxHeight = `${height}px`;
    this.menu!.style.left = `${inside(left, WIDTH, room.x)}px`;
    this.menu!.style.top = `${inside(y, height, room.y)}px`;
  }
}
