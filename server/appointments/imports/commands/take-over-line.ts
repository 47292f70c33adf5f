import { recordAudit } from "@/server/core/activity";
import { type TransactionContext, userIdOf } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { createCustomer } from "@/server/customers/commands/create-customer";
import { bookAppointment } from "../../commands/book-appointment";
import { insertAppointment, insertSegments, recordModification } from "../../repository/write";
import { type ImportFacts, planLine } from "../queries/plan-line";
import type { TakenLine } from "../repository/lines";
import type { ReadLine } from "../rules/read-line";
import type { LinePlan, LineProblem } from "../schema";

export type TakenOver =
  | { problems: LineProblem[] }
  | { appointmentId: string; customerId: string; hasNewCustomer: boolean; plan: LinePlan };

/** Makes what a line says, as things stand now: its customer if nobody knows them, and the appointment. */
export async function takeOverLine(
  tx: TransactionContext,
  { facts, line }: { facts: ImportFacts; line: TakenLine },
): Promise<TakenOver> {
  const planned = await planLine(tx, { facts, cells: line.cells });
  if ("problems" in planned) return planned;
  const { plan, read } = planned;
  const customerId = plan.customerId ?? (await addCustomer(tx, { read, facts }));
  const appointmentId = plan.isHistory
    ? await writeHistory(tx, { plan, read, facts, customerId })
    : await book(tx, { plan, read, facts, customerId });
  return { appointmentId, customerId, hasNewCustomer: plan.customerId === null, plan };
}

async function addCustomer(
  tx: TransactionContext,
  { read, facts }: { read: ReadLine; facts: ImportFacts },
): Promise<string> {
  const { firstName, lastName, phone, email } = read;
  const data = { firstName, lastName, phone, email, language: "de" as const, preferredBranchId: facts.branchId };
  return (await createCustomer(tx, data)).customerId;
}

interface Making {
  plan: LinePlan;
  read: ReadLine;
  facts: ImportFacts;
  customerId: string;
}

/** What is to come takes its time like any booking; the customer made it elsewhere and is not told again. */
async function book(tx: TransactionContext, { plan, read, facts, customerId }: Making): Promise<string> {
  const { serviceId, staffId, startsAt } = plan;
  const status = plan.status === "pending" ? "pending" : "confirmed";
  const { appointment } = await bookAppointment(tx, {
    ...{ customerId, serviceId, staffId, branchId: facts.branchId, startsAt: new Date(startsAt), notes: read.notes },
    ...{ source: "import", status, notifyCustomer: false, isTakenOver: true },
  });
  return appointment.id;
}

/** What is over takes nobody's time and is told to nobody; the customer's figures follow by themselves. */
async function writeHistory(tx: TransactionContext, { plan, read, facts, customerId }: Making): Promise<string> {
  const { serviceId, staffId, serviceName: name, status, priceCents } = plan;
  if (!staffId) throw new AppError({ code: "VALIDATION_ERROR", reason: "staff_missing" });
  const appointmentId = newId();
  const [startsAt, endsAt] = [new Date(plan.startsAt), new Date(plan.endsAt)];
  await insertAppointment(tx, {
    ...{ id: appointmentId, branchId: facts.branchId, customerId, serviceId, staffId, source: "import", status },
    ...{ startsAt, endsAt, blockedFrom: startsAt, blockedUntil: endsAt, priceCents, notes: read.notes },
    ...{ currency: facts.currency, createdByUserId: userIdOf(tx), createdAt: tx.now },
    ...(status === "completed" && { completedAt: endsAt }),
    ...(status === "cancelled" && { cancelledAt: tx.now }),
  });
  const part = { position: 0, serviceId, name, staffId, resourceId: null, startsAt, endsAt, occupiesStaff: true };
  await insertSegments(tx, [{ appointmentId, ...part }]);
  const newValues = { startsAt: plan.startsAt, staffId, serviceId, priceCents, status, source: "import" };
  await recordModification(tx, { appointmentId, customerId, type: "created", newValues });
  const subject = { subjectType: "appointment", subjectId: appointmentId };
  recordAudit(tx, { action: "create_appointments", ...subject, after: newValues });
  return appointmentId;
}
