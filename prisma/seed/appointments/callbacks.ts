import { HOUR } from "@/server/core/time";
import { branchIdOf, companyIdOf, idOf } from "../business";
import type { ToldCall } from "../calls/told";
import { nameOf } from "../calls/told";
import { userIdWithRole } from "../identity";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";

const RESOLUTIONS = [
  "Erreicht, alles geklärt.",
  "Termin vereinbart.",
  "Angebot per E-Mail geschickt.",
  "Auf die Mailbox gesprochen.",
];

/** One for each call that ended with a promise to call back; the latest are still open, half of them due. */
export async function writeCallbacks(seeding: Seeding): Promise<void> {
  const { tx, business, calls } = seeding;
  const promised = calls.filter(({ outcome }) => outcome === "callback");
  const firstOpen = promised.length - business.volumes.openCallbacks;
  await insertRows(
    tx.callbackRequest,
    promised.map((call, index) => ({
      id: idOf(business, "callback", call.index),
      companyId: companyIdOf(business),
      branchId: branchIdOf(business, call.branch),
      customerId: call.customer && call.fromNumber ? idOf(business, "customer", call.customer.index) : null,
      callId: idOf(business, "call", call.index),
      name: nameOf(call.customer) || null,
      phone: call.fromNumber,
      reason: call.extracted.reason ?? "",
      preferredTimes: call.extracted.preferred_times ?? null,
      priority: call.sentiment === "negative" ? ("high" as const) : ("normal" as const),
      createdAt: call.startedAt,
      ...(index < firstOpen ? doneOf(seeding, call) : openOf(seeding, index - firstOpen)),
    })),
  );
}

function doneOf({ business, clock, random }: Seeding, { startedAt }: ToldCall) {
  const doneAt = new Date(Math.min(startedAt.getTime() + random.between(1, 20) * HOUR, clock.now.getTime()));
  return {
    status: "done" as const,
    dueAt: new Date(startedAt.getTime() + 4 * HOUR),
    doneAt,
    resolution: random.pick(RESOLUTIONS),
    assignedToUserId: userIdWithRole(business, "receptionist"),
  };
}

function openOf({ clock }: Seeding, position: number) {
  const hours = position % 2 === 0 ? -1 - position : 2 + 3 * position;
  return { status: "open" as const, dueAt: new Date(clock.now.getTime() + hours * HOUR) };
}
