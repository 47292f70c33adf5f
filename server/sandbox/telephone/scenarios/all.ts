import type { Scenario } from "../scenario";
import { book } from "./book";
import { bookTaken } from "./book-taken";
import { cancel, reschedule } from "./own-appointment";
import { callback, info } from "./questions";

export const SCENARIOS = { book, book_taken: bookTaken, cancel, reschedule, callback, info } satisfies Record<
  string,
  Scenario
>;
export type ScenarioName = keyof typeof SCENARIOS;
export const SCENARIO_NAMES = Object.keys(SCENARIOS) as ScenarioName[];
