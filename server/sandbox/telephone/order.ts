import { z } from "zod";
import { SCENARIO_NAMES } from "./scenarios/all";
import { scriptStep } from "./script";

export const callOrder = z.strictObject({
  scenario: z.enum(SCENARIO_NAMES as [string, ...string[]]).default("book"),
  script: z.array(scriptStep).optional(),
  /** The business's number. May be left out when only one is known. */
  to_number: z.string().optional(),
  /** null: the caller hides the number. */
  from_number: z.string().nullable().default("+4915228817386"),
  agent_id: z.string().optional(),
  values: z.record(z.string(), z.unknown()).default({}),
  /** Pause between the turns, so that one can watch. */
  delayMs: z.int().min(0).max(10_000).default(0),
  /** false: answer at once with the call id, and play on. */
  wait: z.boolean().default(true),
});
export type CallOrder = z.output<typeof callOrder>;
