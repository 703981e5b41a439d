import type { Copies } from '../copies/copies';
import { follow } from '../fit';
import type { Remover } from '../hand/remover';
import type { Lock } from '../lock/lock';
import type { BlockMenu } from '../menu/block-menu';
import type { Connector } from './connector';
import type { ShortcutSheet } from './shortcut-sheet';
import type { Walker, Way } from './walker';
import { zoomKeys } from './zoom-keys';

const ARROWS: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
const BY: Record<Way, { x: number; y: number }> = { up: { x: 0, y: -1 }, down: { x: 0, y: 1 }, left: { x: -1, y: 0 }, right: { x: 1, y: 0 } };
const SMALL = 10;
const LARGE = 60;

/** Everything the mouse can do, by keyboard; the shortcut sheet lists it. */
export class Keys {
  static $inject = [
    'injector', 'keyboard', 'eventBus', 'selection', 'canvas', 'modeling', 'rules', 'commandStack', 'zoomScroll',
  ];

  private readonly walker: Walker;
  private readonly connector: Connector;
  private readonly copies: Copies;
  private readonly menu: BlockMenu;
  private readonly sheet: ShortcutSheet;
  private readonly lock: Lock;
  private readonly remover: Remover;

  constructor(
    injector: any,
    keyboard: any,
    private readonly eventBus: any,
    private readonly selection: any,
    private readonly canvas: any,
    private readonly modeling: any,
    private readonly rules: any,
    private readonly commandStack: any,
    private readonly zoomScroll: any
  ) {
    this.walker = injector.get('walker');
    this.connector = injector.get('connector');
    this.copies = injector.get('copies');
    this.menu = injector.get('blockMenu');
    this.sheet = injector.get('shortcutSheet');
    this.lock = injector.get('lock');
    this.remover = injector.get('remover');
    keyboard.addListener(3000, ({ keyEvent }: { keyEvent: KeyboardEvent }) => this.press(keyEvent) || undefined);
  }

  private press(event: KeyboardEvent): boolean {
    const way = ARROWS[event.key];
    const command = event.ctrlKey || event.metaKey;
    if (this.connector.active) return this.connecting(event, way);
    if (command) return this.command(event.key.toLowerCase(), event.shiftKey);
    if (way) return event.shiftKey || event.altKey ? this.move(way, event.altKey ? LARGE : SMALL) : this.walk(way);
    return !event.altKey && this.single(event.key);
  }

  private connecting(event: KeyboardEvent, way?: Way): boolean {
    if (way) this.connector.go(way);
    else if (event.key === 'Enter') this.connector.connect();
    else if (event.key === 'Escape') this.connector.cancel();
    return true;
  }

  private command(key: string, shift: boolean): boolean {
    const undo = key === 'z' && !shift;
    const redo = key === 'y' || (key === 'z' && shift);
    if (undo || redo) return this.step(undo);
    if (key === 'a') return this.all();
    if (key === 'c') this.copies.copy();
    else if (key === 'x') this.copies.cut();
    else if (key === 'v') this.copies.paste();
    else if (key === 'd') this.copies.duplicate();
    else return false;
    return true;
  }

  private single(key: string): boolean {
    const [selected, ...more] = this.selection.get();
    const one = more.length ? undefined : selected;
    const found: Record<string, () => void> = {
      '?': () => this.sheet.open(),
      ...zoomKeys(this.canvas, this.zoomScroll),
      a: () => this.menu.openAt(one),
      c: () => one && !one.waypoints && !this.lock.locked && this.connector.start(one),
      l: () => one && this.select(this.walker.line(one)),
      enter: () => (one ? this.eventBus.fire('usher.form', { element: one }) : this.select(this.walker.first())),
      escape: () => this.selection.select(null),
      delete: () => this.remover.remove(this.selection.get()),
      backspace: () => this.remover.remove(this.selection.get()),
    };
    const run = found[key.toLowerCase()];
    run?.();
    return run !== undefined;
  }

  private step(undo: boolean): boolean {
    if (!this.lock.locked) undo ? this.commandStack.undo() : this.commandStack.redo();
    return true;
  }

  private all(): boolean {
    this.selection.select(this.canvas.getRootElement().children.filter((one: any) => !one.waypoints && one.type !== 'label'));
    return true;
  }

  private walk(way: Way): boolean {
    const [selected] = this.selection.get();
    this.select(selected ? this.walker.next(selected, way) : this.walker.first());
    return true;
  }

  private move(way: Way, far: number): boolean {
    const shapes = this.selection.get().filter((one: any) => !one.waypoints);
    if (!shapes.length || !this.rules.allowed('elements.move', { shapes })) return true;
    this.modeling.moveElements(shapes, { x: BY[way].x * far, y: BY[way].y * far });
    return true;
  }

  private select(element: any) {
    if (!element) return;
    this.selection.select(element);
    follow(this.canvas, element);
  }
}
