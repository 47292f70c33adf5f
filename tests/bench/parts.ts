import { benchBuild } from "./build";
import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";
import { benchPage } from "./page";
import { benchSlots } from "./slots";

/** A part measures figures whose names begin with its own; one with `measureAlone` needs no running copy. */
export type BenchPart =
  | { name: string; measure: (copy: BenchCopy) => Promise<Figure[]> }
  | { name: string; measureAlone: () => Figure[] | Promise<Figure[]> };

/** In the order of measuring: what runs alone before and after what needs the copy. */
export const parts: BenchPart[] = [
  { name: "slots", measureAlone: benchSlots },
  { name: "page", measure: benchPage },
  { name: "build", measureAlone: benchBuild },
];
