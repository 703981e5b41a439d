import { isCard } from '../cards/card-shapes';

/** Whether any two cards lie on one another, as when another tool has drawn them smaller than they are seen here. */
export function crowded(cards: any[]): boolean {
  // from left to right, a card needs to be held only against those that begin before it ends
  const all = cards.filter(isCard).sort((a, b) => a.x - b.x);
  return all.some((card, at) => {
    for (let i = at + 1; i < all.length && all[i].x < card.x + card.width; i++) {
      const other = all[i];
      if (other.y < card.y + card.height && card.y < other.y + other.height) return true;
    }
    return false;
  });
}
