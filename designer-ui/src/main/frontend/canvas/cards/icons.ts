/** Drawings for the icon names of the catalogue, on a 24 x 24 grid; an unknown name gets a plain square. */
const ICONS: Record<string, string> = {
  play: 'M8 5v14l11-7z',
  stop: 'M7 7h10v10H7z',
  cart: 'M4 5h2l2.2 10h9.6L20 8H7M9.5 19.5h.01M16.5 19.5h.01',
  'user-plus': 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c.6-3.3 2.9-5 6-5s5.4 1.7 6 5M18 8v6M15 11h6',
  'user-minus': 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20c.6-3.3 2.9-5 6-5s5.4 1.7 6 5M15 11h6',
  envelope: 'M4 6h16v12H4zM4 7l8 6 8-6',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 8v4l3 2',
  branch: 'M12 4v6M12 10 6 15v5M12 10l6 5v5',
  split: 'M12 4v16M5 9l7-5 7 5',
  hourglass: 'M7 4h10M7 20h10M8 4c0 4 8 4 8 8s-8 4-8 8M16 4c0 4-8 4-8 8s8 4 8 8',
  calendar: 'M5 6h14v14H5zM5 10h14M9 4v4M15 4v4',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20h4',
  phone: 'M8 3h8v18H8zM11.5 18h1',
  globe: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM4 12h16M12 4c5 5 5 11 0 16M12 4c-5 5-5 11 0 16',
  tag: 'M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01',
  flag: 'M6 21V4h11l-2 4 2 4H6',
};

export function iconPath(name: string): string {
  return ICONS[name] ?? 'M6 6h12v12H6z';
}
