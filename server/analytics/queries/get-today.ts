import { listAppointments } from "@/server/appointments/queries/list-appointments";
import type { AppointmentStatus } from "@/server/appointments/schema";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { countToday } from "../repository/today";
import { dayOf } from "../rules/period";
import type { BranchInput, Today } from "../schema";

const SHOWN = 8;
const OPEN: AppointmentStatus[] = ["pending", "confirmed", "in_progress"];
/** A running late appointment is still worth a line. */
const LATE_MS = 30 * 60_000;

/** Today by the company's clock: what is next, and how far the day has come. */
export async function getToday(ctx: CompanyContext, { branchId }: BranchInput): Promise<Today> {
  return transact(ctx, async (tx) => {
    const { timezone } = await getCompany(tx);
    const day = dayOf(tx.now, timezone);
    const from = new Date(Math.max(day.from.getTime(), tx.now.getTime() - LATE_MS));
    const next = await listAppointments(tx, {
      from,
      until: day.until,
      status: OPEN,
      branchId,
      order: "asc",
      limit: SHOWN,
    });
    return { date: day.date, upcoming: next.items, ...(await countToday(tx, { ...day, branchId })) };
  });
}
