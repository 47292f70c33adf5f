import { countRequests } from "./count-requests";
import type { CountedLayer, Layer } from "./counter";

/** How one request stands: its layers right after it was counted, or as they were when it was refused. */
export interface CountedRequest {
  isGranted: boolean;
  layers: CountedLayer[];
  nowMs: number;
}

interface Waiting {
  resolve: (counted: CountedRequest) => void;
  reject: (reason: unknown) => void;
}

/** Those who wait until the question before theirs is answered; there is no list while nobody asks. */
const queues = new Map<string, Waiting[]>();

/**
 * Counts one request. While the store is asked for some, those that come with the very same limits wait and are asked for
 * together: the calls of a batch, or a burst of deliveries, take two round trips and not twenty. Each passes or not as if
 * it had been asked for alone, in the order of coming.
 */
export async function countRequest(layers: Layer[]): Promise<CountedRequest> {
  const key = layers.map(({ bucket }) => bucket).join(" ");
  return new Promise((resolve, reject) => {
    const waiting = { resolve, reject };
    const queue = queues.get(key);
    if (queue) {
      queue.push(waiting);
      return;
    }
    queues.set(key, []);
    void ask(key, layers, [waiting]);
  });
}

async function ask(key: string, layers: Layer[], asking: Waiting[]): Promise<void> {
  try {
    const { granted, nowMs, layers: counted } = await countRequests({ layers, units: asking.length });
    for (const [at, { resolve }] of asking.entries()) {
      const isGranted = at < granted;
      resolve({
        isGranted,
        nowMs,
        layers: isGranted ? counted.map((layer) => before(layer, granted - 1 - at)) : counted,
      });
    }
  } catch (error) {
    for (const { reject } of asking) reject(error);
  }
  const next = queues.get(key) ?? [];
  queues.delete(key);
  if (next.length === 0) return;
  queues.set(key, []);
  void ask(key, layers, next);
}

/** The layer before so many more were counted. */
const before = (layer: CountedLayer, later: number): CountedLayer =>
  later === 0 ? layer : { ...layer, count: layer.count - later, isOver: false };
