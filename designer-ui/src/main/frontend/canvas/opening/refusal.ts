/** Why a drawing is not opened, in a sentence for the person. */
export class Refusal extends Error {}
