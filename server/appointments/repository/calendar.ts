import { nameVisits } from "@/server/catalog/services/queries/name-visits";
import type { CompanyContext } from "@/server/core/context";
import { appClient, db } from "@/server/core/db";
import type { CalendarEntry } from "../rules/calendar-file";

/** The company of an appointment, before any company is known. */
export async function routeAppointment(appointmentId: string): Promise<string | null> {
  const [row] = await appClient().$queryRaw<{ id: string | null }[]>`
    SELECT route_appointment(${appointmentId}::uuid) AS id`;
  return row?.id ?? null;
}

export async function findCalendarEntry(ctx: CompanyContext, id: string): Promise<CalendarEntry | null> {
  const row = await db(ctx).appointment.findFirst({
    where: { companyId: ctx.companyId, id },
    select: {
      id: true,
      status: true,
      startsAt: true,
      endsAt: true,
      version: true,
      updatedAt: true,
      parts: true,
      service: { select: { id: true, name: true } },
      staff: { select: { name: true } },
      company: { select: { name: true } },
      branch: { select: { name: true, timezone: true, street: true, postalCode: true, city: true, phone: true } },
    },
  });
  const [visit] = row ? await nameVisits(ctx, [row]) : [];
  if (!visit) return null;
  const { service: _, services: _all, serviceName, staff, company, branch, status, ...rest } = visit;
  const town = [branch.postalCode, branch.city].filter(Boolean).join(" ");
  return {
    ...rest,
    isCancelled: status === "cancelled",
    timezone: branch.timezone,
    title: `${serviceName}, ${company.name}`,
    location: [company.name, branch.street, town].filter(Boolean).join(", "),
    description: [staff.name, branch.phone].filter(Boolean).join("\n"),
  };
}
