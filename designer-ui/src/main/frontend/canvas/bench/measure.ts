import './plain-canvas';

interface Canvas extends HTMLElement {
  modeler: any;
  open(xml: string): void | Promise<void>;
  save(): Promise<string>;
}

/** Milliseconds of one round; frames are those while a card was dragged. */
export interface Measured {
  load: number;
  save: number;
  frames: number[];
}

/** Loads a drawing and waits until it is painted. */
async function load(canvas: Canvas, xml: string): Promise<number> {
  const before = performance.now();
  await canvas.open(xml);
  await (canvas as any).queue;
  await painted();
  return performance.now() - before;
}

/** Moves a block one step, then writes the drawing down. */
async function save(canvas: Canvas): Promise<number> {
  const block = canvas.modeler.get('elementRegistry').find((e: any) => !e.waypoints && e.incoming?.length);
  canvas.modeler.get('modeling').moveElements([block], { x: 10, y: 0 });
  const before = performance.now();
  await canvas.save();
  return performance.now() - before;
}

/** The time between frames until told to stop. */
function frames(): () => number[] {
  const times: number[] = [];
  let running = true;
  const next = (now: number) => {
    times.push(now);
    if (running) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  return () => {
    running = false;
    return times.slice(1).map((time, i) => time - times[i]);
  };
}

function painted(): Promise<void> {
  return new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => go())));
}

Object.assign(window, { usherBench: { load, save, frames } });
