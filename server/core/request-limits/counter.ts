import type { WindowLimit, WindowState } from "./window";

/** One layer of a request's limits: whose, and how much. */
export interface Layer extends WindowLimit {
  bucket: string;
}

/** How a layer stands after the request was counted, or after it was refused and not counted. */
export interface CountedLayer extends WindowState {
  isOver: boolean;
}

export interface Taken {
  layers: CountedLayer[];
  nowMs: number;
}

/** Where requests are counted, for all processes alike. */
export interface RequestCounter {
  /**
   * Takes one from each layer, or from none when one of them is used up; in one round trip, and exact however many take
   * at the same time. The store's own clock decides, unless a time is given.
   */
  take(layers: Layer[], nowMs?: number): Promise<Taken>;
  /** Removes what no window will ever ask for again. */
  prune(): Promise<void>;
  close(): Promise<void>;
}
