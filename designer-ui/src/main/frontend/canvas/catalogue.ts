/** The engine's catalogue of blocks (`GET /api/v1/blocks`), as it comes over the wire. */
export interface Block {
  key: string;
  title: string;
  help: string;
  /** One line from the settings, field names in braces. */
  summary: string;
  family: string;
  familyOrder: number;
  icon: string;
  drawn: 'start-event' | 'service-task' | 'timer' | 'exclusive-gateway' | 'end-event';
  taskType?: string | null;
  ways: 'none' | 'one' | 'rules' | 'shares';
  fields: Field[];
}

export interface Field {
  name: string;
  label: string;
  kind: string;
  required: boolean;
  defaultValue?: unknown;
  options: { value: string; label: string }[];
  shownWhen: Record<string, string>;
}

export type Settings = Record<string, unknown>;

/** What a new block begins with. */
export function defaults(block: Block): Settings {
  return Object.fromEntries(
    block.fields
      .filter((field) => field.defaultValue !== undefined && field.defaultValue !== null)
      .map((field) => [field.name, field.defaultValue])
  );
}

/** The block's settings in one line; empty while nothing is set. */
export function summary(block: Block, settings: Settings): string {
  const values = [...block.summary.matchAll(/\{(\w+)\}/g)].map(([, name]) => settings[name]);
  if (values.every(isEmpty)) return '';
  return block.summary.replace(/\{(\w+)\}/g, (_, name) => inWords(block, name, settings[name])).trim();
}

/** The fields that are shown and required, but not set. */
export function missing(block: Block, settings: Settings): Field[] {
  return block.fields.filter((field) => field.required && isShown(field, settings) && isEmpty(settings[field.name]));
}

function isShown(field: Field, settings: Settings): boolean {
  return Object.entries(field.shownWhen).every(([other, value]) => String(settings[other] ?? '') === value);
}

function inWords(block: Block, name: string, value: unknown): string {
  const option = block.fields.find((field) => field.name === name)?.options.find((o) => o.value === value);
  return option?.label ?? (isEmpty(value) ? '' : String(value));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
