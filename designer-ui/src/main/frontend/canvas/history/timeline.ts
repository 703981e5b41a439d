const MOST_LETTERS = 2_000_000;

/** A state of the document, and where the command stack stood when it was drawn; below -1 before it was opened. */
interface State {
  xml: string;
  at: number;
}

/** States with the place of the one that is shown, as they are stored. */
export interface Packed {
  states: string[];
  shown: number;
}

/**
 * The states that a document went through. The command stack knows the way between those since the document was opened;
 * this knows them as documents, so that the way goes on where the stack ends. The oldest give way to a limit.
 */
export class Timeline {
  private states: State[] = [];
  private here = -1;

  begin(xml: string) {
    this.states = [{ xml, at: -1 }];
    this.here = -1;
  }

  /** Goes on where this document was shown; false when it is none of these states. */
  resume({ states, shown }: Packed, xml: string): boolean {
    const place = states[shown] === xml ? shown : states.lastIndexOf(xml);
    if (place < 0) return false;
    this.states = states.map((each, at) => ({ xml: each, at }));
    this.show(this.states[place]);
    return true;
  }

  /** The stack has moved: what could have been done again is gone when something new was drawn. */
  moved(at: number, drawn: boolean) {
    if (drawn) this.states = this.states.filter((state) => state.at <= this.here);
    this.here = at;
  }

  /** This is the document where the stack stands. */
  note(xml: string) {
    this.states = this.states.filter(({ at }) => at !== this.here);
    const next = this.states.findIndex(({ at }) => at > this.here);
    this.states.splice(next < 0 ? this.states.length : next, 0, { xml, at: this.here });
    this.shorten();
  }

  /** The state one step back or on. */
  next(by: number): State | undefined {
    return by < 0 ? this.states.findLast(({ at }) => at < this.here) : this.states.find(({ at }) => at > this.here);
  }

  /** This state was opened anew, on an empty stack. */
  show(state: State) {
    const shown = this.states.indexOf(state);
    this.states = this.states.map(({ xml }, place) => ({ xml, at: place - shown - 1 }));
    this.here = -1;
  }

  pack(): Packed {
    return { states: this.states.map(({ xml }) => xml), shown: this.states.findIndex(({ at }) => at === this.here) };
  }

  private shorten() {
    let letters = this.states.reduce((sum, { xml }) => sum + xml.length, 0);
    while (letters > MOST_LETTERS && this.states.length > 1) {
      const gone = this.states[0].at < this.here ? this.states.shift() : this.states.pop();
      letters -= gone?.xml.length ?? 0;
    }
  }
}
