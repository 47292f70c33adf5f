import type { StagedCall } from "./commands/staged-call";
import type { Check } from "./rules/grade";
import { type FinalState, madeIn } from "./rules/played";
import type { SimulatedCall } from "./schema";

interface PlayedConversation {
  talk: Pick<StagedCall, "steps">;
  before: FinalState;
  after: FinalState & { explanations: Map<string, Record<string, unknown>> };
  checks: Check[] | null;
  hasCode: boolean;
  currency: string;
}

export function toSimulatedCall({ talk, before, after, checks, hasCode, currency }: PlayedConversation): SimulatedCall {
  const made = new Set(madeIn({ before, after }).map(({ id }) => id));
  return {
    steps: talk.steps,
    outcome: after.outcome ?? "unknown",
    appointments: after.appointments.map(({ phones, email, ...appointment }) => ({
      ...appointment,
      isNew: made.has(appointment.id),
      explanation: after.explanations.get(appointment.id) ?? null,
    })),
    callbacks: after.callbacks,
    feesCents: after.feesCents - before.feesCents,
    currency,
    hasCode,
    checks,
  };
}
