import type { Placed } from "./chain-walk";
import type { SlotResource } from "./slot";

/** What a chain takes beside the people who are booked. */
export interface Granted {
  /** For each link. */
  resources: readonly (readonly SlotResource[])[];
  /** For each part. */
  furtherStaff: readonly (readonly string[])[];
}

export interface ChainNeeds {
  /** What the chain so far can be given; null as soon as it lacks something, however it might go on. */
  grant: (placed: readonly Placed[]) => Granted | null;
}
