import { recordDepositInput } from "@/server/appointments/deposits/schema";
import type { DepositStep } from "./deposit-steps";

const { amountCents } = recordDepositInput.shape;
/** Whoever empties the field has not said that it was all of it. */
const typedInput = recordDepositInput.extend({ amountCents: amountCents.unwrap().unwrap() });

/** What has to be typed for a step: the amount, and against the rule the reason. */
export const depositForm = (step: DepositStep) =>
  typedInput.refine(({ reason }) => step !== "return_anyway" || reason, { path: ["reason"], message: "required" });
