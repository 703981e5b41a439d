const KEY = 'usher.clipboard';

/** What was copied, in the browser's storage, so that it can be pasted into another workflow; without storage, in here. */
export class SharedClipboard {
  static $inject = ['moddle'];

  private here?: string;

  constructor(private readonly moddle: any) {}

  get(): any {
    const text = this.stored() ?? this.here;
    return text ? JSON.parse(text, reviver(this.moddle)) : undefined;
  }

  set(tree: any) {
    if (!Object.keys(tree).length) return;
    this.here = JSON.stringify(tree);
    try {
      localStorage.setItem(KEY, this.here);
    } catch {
      // full or forbidden: then only here
    }
  }

  clear() {
    this.here = undefined;
  }

  isEmpty(): boolean {
    return !(this.stored() ?? this.here);
  }

  private stored(): string | undefined {
    try {
      return localStorage.getItem(KEY) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

/** Makes elements of the model again from what they were written as. */
function reviver(moddle: any) {
  const known: Record<string, any> = {};
  return (_: string, value: any) => {
    if (!value || typeof value.$type !== 'string') return value;
    const { $type, ...properties } = value;
    if (properties.id && known[properties.id]) return known[properties.id];
    const made = moddle.create($type, properties);
    if (properties.id) known[properties.id] = made;
    return made;
  };
}
