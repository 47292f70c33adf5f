import type { TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { createCustomer } from "@/server/customers/commands/create-customer";
import { bookAppointment } from "../../commands/book-appointment";
import { recordPastAppointment } from "../../commands/record-past-appointment";
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
  const { serviceId, staffId, startsAt, durationMinutes } = plan;
  const status = plan.status === "pending" ? "pending" : "confirmed";
  const { appointment } = await bookAppointment(tx, {
    ...{ customerId, serviceId, staffId, branchId: facts.branchId, startsAt: new Date(startsAt), notes: read.notes },
    ...{ durationMinutes, source: "import", status, notifyCustomer: false, isTakenOver: true },
  });
  return appointment.id;
}

async function writeHistory(tx: TransactionContext, { plan, read, facts, customerId }: Making): Promise<string> {
  const { serviceId, staffId, serviceName, priceCents } = plan;
  if (!staffId) throw new AppError({ code: "VALIDATION_ERROR", reason: "staff_missing" });
  return recordPastAppointment(tx, {
    ...{ branchId: facts.branchId, customerId, serviceId, staffId, serviceName, source: "import", status: plan.status },
    ...{ startsAt: new Date(plan.startsAt), endsAt: new Date(plan.endsAt), priceCents, currency: facts.currency },
    notes: read.notes,
  });
}
