const PREFIX = 'usher.drawing:';

export interface Kept {
  base: string;
  bpmn: string;
  at: string;
}

/** Keeps what was drawn in the browser's storage until the server has it: it survives a reload, a closed tab, a dead server. */
export class LocalCopy {
  private key?: string;
  private base = '';
  private lost = false;

  /** @param failed told once when the browser has no room, or forbids it */
  constructor(private readonly failed: () => void) {}

  keepAs(key: string, base: string) {
    this.key = PREFIX + key;
    this.base = base;
  }

  keep(bpmn: string) {
    if (!this.key) return;
    try {
      localStorage.setItem(this.key, JSON.stringify({ base: this.base, bpmn, at: new Date().toISOString() } satisfies Kept));
      this.lost = false;
    } catch {
      if (!this.lost) this.failed();
      this.lost = true;
    }
  }

  /** What is kept, unless it is the very document that is shown. */
  found(shown: string): Kept | undefined {
    const kept = this.read();
    return kept && kept.bpmn !== shown ? kept : undefined;
  }

  /** The server has the document under a new mark; what was drawn since then stays kept. */
  saved(base: string, all: boolean) {
    this.base = base;
    const kept = this.read();
    if (all) this.drop();
    else if (kept) this.keep(kept.bpmn);
  }

  drop() {
    try {
      if (this.key) localStorage.removeItem(this.key);
    } catch {
      // forbidden: then nothing is kept
    }
  }

  private read(): Kept | undefined {
    try {
      const kept = JSON.parse((this.key && localStorage.getItem(this.key)) || 'null');
      return typeof kept?.bpmn === 'string' ? kept : undefined;
    } catch {
      return undefined;
    }
  }
}
