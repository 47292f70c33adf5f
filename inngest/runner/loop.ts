import type { Log } from "./database";

export interface Loop {
  /** Look again at once; while a round is running, right after it. */
  wake(): void;
  stop(): Promise<void>;
}

interface LoopOptions {
  name: string;
  /** One round; says how much it did. After a round that did something the next one follows at once. */
  round: () => Promise<number>;
  /** How long it rests when there was nothing to do. */
  restMs: number;
  log: Log;
}

const PAUSE_AFTER_FAULT_MS = 500;

/** Repeats a round for ever: faults (a lost database) are logged and waited out, never fatal. */
export function startLoop({ name, round, restMs, log }: LoopOptions): Loop {
  let isStopped = false;
  let isDirty = false;
  let endRest = () => {};
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async () => {
    while (!isStopped) {
      isDirty = false;
      try {
        if ((await round()) === 0 && !isDirty && !isStopped) await rest(restMs);
      } catch (error) {
        log(`runner: ${name} failed`, { error: error instanceof Error ? error.message : String(error) });
        if (!isStopped) await rest(PAUSE_AFTER_FAULT_MS);
      }
    }
  };
  const done = run();
  const wake = () => {
    isDirty = true;
    endRest();
  };
  return {
    wake,
    async stop() {
      isStopped = true;
      wake();
      await done;
    },
  };
}
