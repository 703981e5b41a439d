import { say, type Words } from '../words';

/** Why a drawing is not opened, in a sentence for the person. */
export class Refusal extends Error {}

/** What went wrong when a drawing was opened, in a sentence for the person. */
export function reason(error: unknown, words: Words): string {
  return error instanceof Refusal ? error.message : say(words.unreadable, String((error as Error)?.message ?? error));
}
