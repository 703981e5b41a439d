import { valuesIn } from './cards/values';
import type { Words } from './words';

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

/** The block's settings in one line, segments by their names, one of something in the singular, what a template fills in by its name; empty while nothing is set. */
export function summary(block: Block, settings: Settings, words: Words, segments: Record<string, string> = {}): string {
  const names = [...block.summary.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  if (names.every((name) => isEmpty(settings[name]))) return '';
  const said = (_: string, name: string) => {
    const before = names[names.indexOf(name) - 1];
    const one = before && String(settings[before]) === '1' ? oneOf(settings[name], words) : undefined;
    return one ?? inWords(block, name, settings[name], segments);
  };
  return block.summary.replace(/\{(\w+)\}/g, said).trim();
}

/** The fields that are shown and required, but not set. */
export function missing(block: Block, settings: Settings): Field[] {
  return block.fields.filter((field) => field.required && isShown(field, settings) && isEmpty(settings[field.name]));
}

function isShown(field: Field, settings: Settings): boolean {
  return Object.entries(field.shownWhen).every(([other, value]) => String(settings[other] ?? '') === value);
}

/** One of a unit of time, which the catalogue names in the plural. */
function oneOf(unit: unknown, words: Words): string | undefined {
  const key = `one${String(unit).charAt(0).toUpperCase()}${String(unit).slice(1)}` as keyof Words;
  return words[key];
}

function inWords(block: Block, name: string, value: unknown, segments: Record<string, string>): string {
  const field = block.fields.find((one) => one.name === name);
  if (field?.kind === 'segment' && typeof value === 'string') return segments[value] ?? value;
  if (field?.kind.endsWith('template') && typeof value === 'string') return valuesIn(value);
  const option = field?.options.find((o) => o.value === value);
  return option?.label ?? (isEmpty(value) ? '' : String(value));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
