const PREFIX = 'usher.drawing:';
const LONGEST = 60 * 24 * 60 * 60 * 1000;

/** What an opening of the drawing left behind in its slot. */
export interface Kept {
  slot: string;
  base: string;
  bpmn: string;
  at: string;
}

/**
 * Keeps what was drawn in the browser's storage until the server has it: it survives a reload, a closed tab, a dead
 * server. Each opening of a drawing has a slot of its own, so that no tab writes over the copy of another one; what an
 * opening left behind that is no more stays until a person has decided about it.
 */
export class LocalCopy {
  private owner = '';
  private slot?: string;
  private base = '';
  private lost = false;
  private release?: () => void;
  private readonly former = new Set<string>();

  /** @param failed told once when the browser has no room, or forbids it */
  constructor(private readonly failed: () => void) {}

  keepAs(owner: string, opening: string, base: string) {
    const slot = slotOf(owner, opening);
    if (this.slot && slot !== this.slot) this.former.add(this.slot);
    if (slot !== this.slot || !this.release) this.live(slot);
    this.owner = owner;
    this.slot = slot;
    this.base = base;
    sweep();
  }

  keep(bpmn: string) {
    if (!this.slot) return;
    try {
      const { base } = this;
      localStorage.setItem(this.slot, JSON.stringify({ base, bpmn, at: new Date().toISOString() }));
      this.lost = false;
    } catch {
      if (!this.lost) this.failed();
      this.lost = true;
    }
  }

  /**
   * The newest copy that an opening left behind which is no more, unless it is the very document that is shown.
   *
   * @param stored whether the server has that one: then its copy is of no use any more
   */
  async left(shown: string, stored: boolean): Promise<Kept | undefined> {
    if (!this.slot) return undefined;
    const alive = await held();
    const found = slotsOf(this.owner)
      .filter((slot) => slot !== this.slot && (this.former.has(slot) || !alive.has(slot)))
      .map(read)
      .filter((kept) => kept !== undefined);
    if (stored) found.filter(({ bpmn }) => bpmn === shown).forEach(({ slot }) => forget(slot));
    return found.filter(({ bpmn }) => bpmn !== shown).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  }

  /** A copy that was left behind is drawn on here: it is this opening's own now. */
  take(slot: string) {
    const kept = read(slot);
    if (!kept || !this.slot) return;
    this.base = kept.base;
    this.keep(kept.bpmn);
    if (!this.lost) forget(slot);
  }

  /** The server has the document under a new mark; what was drawn since then stays kept. */
  saved(base: string, all: boolean) {
    this.base = base;
    const kept = this.slot && read(this.slot);
    if (all) this.drop();
    else if (kept) this.keep(kept.bpmn);
  }

  /** What this opening keeps itself. */
  drop() {
    if (this.slot) forget(this.slot);
  }

  /** Nothing is kept from now on. */
  end() {
    this.leave();
    this.slot = undefined;
  }

  /** This opening is over: what is in its slot is left behind. */
  leave() {
    this.release?.();
    this.release = undefined;
  }

  /** Nobody takes the slot for one that was left behind while this page has it open, however it ends. */
  private live(slot: string) {
    this.leave();
    const open = new Promise<void>((release) => (this.release = release));
    // where the browser has no locks (no TLS), the copy of another tab is offered too: a person decides
    void navigator.locks?.request(slot, () => open).catch(() => {});
  }
}

/** The server has this document, which an opening has drawn that is no more. */
export function storedLate(owner: string, opening: string, same: (bpmn: string) => boolean) {
  const slot = slotOf(owner, opening);
  const kept = read(slot);
  if (kept && same(kept.bpmn)) forget(slot);
}

export function forget(slot: string) {
  try {
    localStorage.removeItem(slot);
  } catch {
    // forbidden: then nothing is kept
  }
}

function slotOf(owner: string, opening: string): string {
  return `${PREFIX}${owner}#${opening}`;
}

function slotsOf(owner: string): string[] {
  const mine = PREFIX + owner;
  return slots().filter((key) => key === mine || key.replace(/#[0-9a-z-]+$/, '') === mine);
}

function slots(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

/** What nobody came back to for a long time, of any workflow. */
function sweep() {
  const then = new Date(Date.now() - LONGEST).toISOString();
  slots().forEach((slot) => {
    const kept = read(slot);
    if (!kept || kept.at < then) forget(slot);
  });
}

function read(slot: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(slot) || 'null');
    return typeof kept?.bpmn === 'string' && typeof kept.at === 'string' ? { ...kept, slot } : undefined;
  } catch {
    return undefined;
  }
}

async function held(): Promise<Set<string | undefined>> {
  try {
    return new Set((await navigator.locks.query()).held?.map(({ name }) => name));
  } catch {
    return new Set();
  }
}
