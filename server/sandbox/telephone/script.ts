import { z } from "zod";
import { fillIn } from "@/server/core/fill-in";
import type { Answer, Conversation } from "./conversation";
import { type CallerValues, type Outcome, outcome } from "./scenario";

/**
 * A conversation written down by whoever orders the call. `$check.slot.slot_id` stands for a value of an earlier
 * answer, `{{check.say}}` puts one into a sentence; answers are known by `as`, by the function's name and its first word.
 */
export const scriptStep = z.union([
  z.strictObject({ agent: z.string() }),
  z.strictObject({ user: z.string() }),
  z.strictObject({
    function: z.string(),
    arguments: z.record(z.string(), z.unknown()).default({}),
    as: z.string().optional(),
  }),
]);
export type ScriptStep = z.output<typeof scriptStep>;

export async function playScript(talk: Conversation, script: ScriptStep[], values: CallerValues): Promise<Outcome> {
  const scope: Record<string, unknown> = { ...values, values };
  for (const step of script) {
    if ("agent" in step) await talk.agent(String(fillIn(step.agent, scope)));
    else if ("user" in step) await talk.user(String(fillIn(step.user, scope)));
    else remember(scope, step, await talk.ask(step.function, fillIn(step.arguments, scope) as Answer));
  }
  return outcome("Gespräch nach Drehbuch.", true);
}

function remember(
  scope: Record<string, unknown>,
  { function: name, as }: { function: string; as?: string | undefined },
  answer: Answer,
): void {
  for (const key of [as, name, name.split("-")[0]]) if (key) scope[key] = answer;
}
