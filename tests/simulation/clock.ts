import { AsyncLocalStorage } from "node:async_hooks";

const Machine = globalThis.Date;
const sendOut = globalThis.fetch;

/** A run's own time: it stands still until a step moves it. */
export class Clock {
  constructor(private at: number) {}

  now = (): Date => new Machine(this.at);

  advance(ms: number): void {
    this.at += ms;
  }
}

/** What a run has instead of the machine's. */
interface Surroundings {
  clock: Clock;
  send: typeof fetch;
  /** Something may have been published since it was taken last. */
  hasNews?: boolean;
}

const running = new AsyncLocalStorage<Surroundings>();

/** Whatever asks for the time inside hears the run's, and whatever sends reaches the run's network. */
export const within = <T>(surroundings: Surroundings, work: () => T): T => running.run(surroundings, work);
export const isWithin = (): boolean => running.getStore() !== undefined;
export const machineNow = (): number => Machine.now();
/** By the clock of the run that asks; null for whoever is in none. */
export const runNow = (): Date | null => running.getStore()?.clock.now() ?? null;

export function noteNews(): void {
  const run = running.getStore();
  if (run) run.hasNews = true;
}

/** Whether there may be any for the run that asks, since it asked last. */
export function takeNews(): boolean {
  const run = running.getStore();
  const hadNews = run?.hasNews ?? true;
  if (run) run.hasNews = false;
  return hadNews;
}

const timeHere = (): number => (runNow() ?? new Machine()).getTime();

/** `new Date()`, `Date.now()` and `fetch` are the run's; outside of runs, and with arguments, all is as ever. */
export function replaceSurroundings(): void {
  globalThis.Date = new Proxy(Machine, {
    construct: (target, given, as) =>
      Reflect.construct(
        target,
        given.length === 0 && isWithin() ? [timeHere()] : given,
        as === globalThis.Date ? target : as,
      ),
    get: (target, name, as) => (name === "now" ? timeHere : Reflect.get(target, name, as)),
  });
  globalThis.fetch = (...asked) => (running.getStore()?.send ?? sendOut)(...asked);
}

export function restoreSurroundings(): void {
  globalThis.Date = Machine;
  globalThis.fetch = sendOut;
}
