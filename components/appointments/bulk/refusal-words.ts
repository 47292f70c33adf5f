import type { SaidChanges } from "@/server/appointments/batches/schema";
import type { AppointmentView, PolicyResult } from "@/server/appointments/schema";
import { reasonsOf } from "../../policies/verdict-words";
import type { Instant } from "../../shared/formatters";
import type { Text } from "../../shared/use-text";
import { describeDifference } from "../describe-difference";

export type RefusalOfRow = NonNullable<SaidChanges["results"][number]["error"]>;

interface Words {
  appointment: AppointmentView;
  /** `useText("appointments")` and `useText("fees")` */
  text: Text;
  fees: Text;
  money: (cents: number) => string;
  when: (at: Instant) => string;
}

/** What the details of a refusal say beyond its sentence: what is different, what a rule asks for, what is free nearby. */
export function refusalWords({ details }: RefusalOfRow, words: Words): string[] {
  const { current, policy, alternatives, retryAfterSeconds } = details ?? {};
  if (current) return differences(current as AppointmentView, words);
  if (policy) return sayPolicy(policy as PolicyResult, words);
  if (Array.isArray(alternatives)) return sayAlternatives(alternatives, words);
  if (typeof retryAfterSeconds === "number")
    return [words.text("bulk.again", { minutes: Math.ceil(retryAfterSeconds / 60) })];
  return [];
}

function differences(current: AppointmentView, { appointment, text, when }: Words): string[] {
  const writers = { when, status: (status: AppointmentView["status"]) => text(`status.${status}`) };
  return describeDifference(appointment, current, writers).map(({ key, from, to }) =>
    text(`conflict.${key}`, { from, to }),
  );
}

function sayPolicy(policy: PolicyResult, { text, fees, money }: Words): string[] {
  const why = reasonsOf(policy, { text: fees, money });
  return policy.needsConfirmation ? [...why, text("bulk.onlyWarns")] : why;
}

interface Alternative {
  starts_at: string;
  staff_name: string;
}

function sayAlternatives(alternatives: Alternative[], { text, when }: Words): string[] {
  const free = alternatives.map(({ starts_at, staff_name }) => `${when(starts_at)} (${staff_name})`);
  return free.length > 0 ? [`${text("slots.alternatives")} ${free.join("; ")}`] : [];
}
