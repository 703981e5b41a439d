import { isNode } from '../cards/card-shapes';

/** Whether any two cards lie on one another or on what another tool drew, which draws smaller than it is seen here. */
export function crowded(cards: any[]): boolean {
  // from left to right, a card needs to be held only against those that begin before it ends
  const all = cards.filter(isNode).sort((a, b) => a.x - b.x);
  return all.some((card, at) => {
    for (let i = at + 1; i < all.length && all[i].x < card.x + card.width; i++) {
      const other = all[i];
      if (other.y < card.y + card.height && card.y < other.y + other.height) return true;
    }
    return false;
  });
}
