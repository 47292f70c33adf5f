import { benchAvailability } from "./availability";
import { benchBook } from "./book";
import { benchBuild } from "./build";
import { benchCalcom } from "./calcom";
import { benchComposite } from "./composite";
import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";
import { benchGates } from "./gates";
import { benchIsolation } from "./isolation";
import { benchPage } from "./page";
import { benchPhone } from "./phone";
import { benchRace } from "./race";
import { benchRunner } from "./runner";
import { benchSignIn } from "./sign-in";
import { benchSlots } from "./slots";
import { benchSpeech } from "./speech";
import { benchWebhook } from "./webhook";

/** Measures figures whose names begin with its own, and their yardsticks; with `measureAlone` it needs no running copy. */
export type BenchPart = { name: string; yardsticks?: string[] } & (
  | { measure: (copy: BenchCopy) => Promise<Figure[]> }
  | { measureAlone: () => Figure[] | Promise<Figure[]> }
);

/** In the order of measuring: what runs alone before and after what needs the copy. */
export const parts: BenchPart[] = [
  { name: "slots", measureAlone: () => [...benchSlots(), ...benchComposite()] },
  { name: "speech", measureAlone: benchSpeech },
  { name: "signin", measureAlone: benchSignIn },
  { name: "page", measure: benchPage },
  { name: "availability", measure: benchAvailability },
  { name: "book", measure: benchBook },
  { name: "race", measure: benchRace },
  { name: "phone", yardsticks: ["http.empty"], measure: benchPhone },
  { name: "webhook", yardsticks: ["http.insert"], measure: benchWebhook },
  { name: "calcom", measure: benchCalcom },
  { name: "isolation", measure: benchIsolation },
  { name: "gates", measure: benchGates },
  { name: "runner", measure: measureRunner },
  { name: "build", measureAlone: benchBuild },
];

/** On a database of its own, while the copy's runner stands still. */
function measureRunner(copy: BenchCopy): Promise<Figure[]> {
  return copy.whilePaused("runner", async () => benchRunner((await copy.createDatabase("runner")).platform));
}
