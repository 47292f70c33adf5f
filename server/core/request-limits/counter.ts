import type { WindowLimit, WindowState } from "./window";

/** One layer of a request's limits: whose, and how much. */
export interface Layer extends WindowLimit {
  bucket: string;
}

/** How a layer stands after requests were counted; those that were refused are not. */
export interface CountedLayer extends WindowState {
  /** Nothing is left of it now. */
  isOver: boolean;
}

export interface Taken {
  /** In the order in which they were asked for. */
  layers: CountedLayer[];
  /** How many of the requests pass. */
  granted: number;
  nowMs: number;
}

/** Requests that are counted alike, and so at once. */
export interface Taking {
  layers: Layer[];
  units?: number;
  /** The store's own clock decides, unless a time is given. */
  nowMs?: number;
}

/** Where requests are counted, for all processes alike. */
export interface RequestCounter {
  /**
   * Takes one from each layer for each of the requests that all layers let pass, and nothing for the others; in one round
   * trip, and exact however many take at the same time.
   */
  take(taking: Taking): Promise<Taken>;
  /** Removes what no window will ever ask for again. */
  prune(): Promise<void>;
  close(): Promise<void>;
}
