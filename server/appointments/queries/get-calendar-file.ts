import { companyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findCalendarEntry, routeAppointment } from "../repository/calendar";
import { toCalendarFile } from "../rules/calendar-file";
import { readCalendarToken } from "./calendar-link";

/** The calendar file behind a customer's link, as the appointment stands now; NOT_FOUND for a link that is not ours. */
export async function getCalendarFile({ token }: { token: string }): Promise<string> {
  const appointmentId = readCalendarToken(token);
  const companyId = appointmentId && (await routeAppointment(appointmentId));
  if (!appointmentId || !companyId) throw notFound("appointment");
  const ctx = companyContext({ companyId, actor: { kind: "system", name: "calendar-link" } });
  return transact(ctx, async (tx) => {
    const entry = await findCalendarEntry(tx, appointmentId);
    if (!entry) throw notFound("appointment");
    return toCalendarFile(entry);
  });
}
