import type { z } from "zod";

interface Override {
  ignoresWorkingHours?: boolean | undefined;
  overridesPolicy?: boolean | undefined;
  waivesDeposit?: boolean | undefined;
  overrideReason?: string | null | undefined;
}

/** Whoever decides by hand against the working hours or a rule says why: it stands in the history and the log. */
export function withOverrideReason<Schema extends z.ZodType<Override>>(schema: Schema) {
  return schema.refine((wish) => !isAgainst(wish) || wish.overrideReason?.trim(), {
    path: ["overrideReason"],
    message: "required",
  });
}

const isAgainst = ({ ignoresWorkingHours, overridesPolicy, waivesDeposit }: Override) =>
  ignoresWorkingHours || overridesPolicy || waivesDeposit;
