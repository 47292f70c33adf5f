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
      service: { select: { name: true } },
      staff: { select: { name: true } },
      company: { select: { name: true } },
      branch: { select: { name: true, timezone: true, street: true, postalCode: true, city: true, phone: true } },
    },
  });
  if (!row) return null;
  const { service, staff, company, branch, status, ...rest } = row;
  const town = [branch.postalCode, branch.city].filter(Boolean).join(" ");
  return {
    ...rest,
    isCancelled: status === "cancelled",
    timezone: branch.timezone,
    title: `${service.name}, ${company.name}`,
    location: [company.name, branch.street, town].filter(Boolean).join(", "),
    description: [staff.name, branch.phone].filter(Boolean).join("\n"),
  };
}
