import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { attempt } from "@/server/core/savepoint";
import { transact } from "@/server/core/transact";
import { bookAppointment } from "../../commands/book-appointment";
import type { BookAppointmentInput } from "../../schema";
import { toRefusal } from "../rules";
import type { CreateAppointmentsInput, CreatedAppointments, CreatedLine } from "../schema";

type Wish = CreateAppointmentsInput["appointments"][number];

/**
 * Books many appointments in one go: each line is booked as a whole or refused as a whole, and says why. They are taken
 * by time, so that two requests that want the same times wait for each other instead of standing in each other's way.
 */
export async function createAppointments(
  ctx: CompanyContext,
  { appointments }: CreateAppointmentsInput,
): Promise<CreatedAppointments> {
  return transact(ctx, async (tx) => {
    // Not audited: each of the bookings is.
    const results: CreatedLine[] = [];
    for (const { wish, line } of byTime(appointments)) results.push(await createOne(tx, { wish, line }));
    const created = results.filter(({ success }) => success).length;
    results.sort((a, b) => a.line - b.line);
    return { created, refused: results.length - created, results };
  });
}

function byTime(appointments: readonly Wish[]) {
  const lines = appointments.map((wish, index) => ({ wish, line: index + 1 }));
  return lines.sort((a, b) => a.wish.startsAt.getTime() - b.wish.startsAt.getTime() || a.line - b.line);
}

async function createOne(tx: TransactionContext, { wish, line }: { wish: Wish; line: number }): Promise<CreatedLine> {
  const booking: BookAppointmentInput = { ...wish, source: tx.actor.kind === "api_key" ? "api" : "portal" };
  const outcome = await attempt(tx, () => bookAppointment(tx, booking));
  if ("result" in outcome) {
    return { line, success: true, appointmentId: outcome.result.appointment.id, error: null };
  }
  return { line, success: false, appointmentId: null, error: toRefusal(outcome.refusal) };
}
