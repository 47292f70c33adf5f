import { z } from "zod";
import { listAppointments } from "@/server/appointments/queries/list-appointments";
import { listAppointmentsInput } from "@/server/appointments/schema";
import { describeFreeTimes } from "@/server/availability/queries/describe-free-times";
import { describeWorkingHours } from "@/server/availability/queries/describe-working-hours";
import { DAY } from "@/server/core/time";
import { defineCommand } from "../command";
import { companyField, companyOption, openCompany } from "../company-option";

const daysOption: [string, string] = ["--days <days>", "from now on (default 14)"];
const days = z.coerce.number().int().min(1).max(366).default(14);
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

export const debugWorkingHours = defineCommand({
  name: "debug:working-hours",
  permission: "view_companies",
  summary: "when a person works and what takes time from them, as the engine sees it",
  options: [companyOption, ["--staff <id|name>", "who"], daysOption],
  input: z.strictObject({ company: companyField, staff: z.string().min(1).max(200), days }),
  async run({ company, staff, days }, ctx) {
    const found = await describeWorkingHours(await openCompany(ctx, company), { staff, days });
    const { person, hours, exceptions, busy, services } = found;
    return {
      data: found,
      lines: [
        `${person.name}, id ${person.id}${person.isActive ? "" : ", INACTIVE"}, offers ${services} services`,
        ...hours.map(
          ({ ownerType, dayOfWeek, startTime, endTime, breakStart, breakEnd, isAvailable }) =>
            `${ownerType.padEnd(6)} ${(WEEKDAYS[dayOfWeek % 7] ?? "").padEnd(9)} ${startTime}–${endTime}${breakStart ? `, break ${breakStart}–${breakEnd}` : ""}${isAvailable ? "" : ", off"}`,
        ),
        ...exceptions.map(
          ({ ownerType, kind, startsAt, endsAt }) =>
            `${ownerType} ${kind}: ${startsAt.toISOString()} – ${endsAt.toISOString()}`,
        ),
        ...busy.map(
          ({ source, startsAt, endsAt }) => `busy at ${source}: ${startsAt.toISOString()} – ${endsAt.toISOString()}`,
        ),
      ],
    };
  },
});

export const debugAppointments = defineCommand({
  name: "debug:appointments",
  permission: "view_companies",
  summary: "the coming appointments of a branch with their state, without the customers' names",
  options: [
    companyOption,
    ["--branch <id>", "only this branch"],
    ["--service <id>", "and its free times, or why there are none (the first branch unless one is named)"],
    daysOption,
  ],
  input: z.strictObject({ company: companyField, branch: z.uuid().optional(), service: z.uuid().optional(), days }),
  async run({ company, branch, service, days }, ctx) {
    const { now } = ctx.platform;
    const until = new Date(now.getTime() + days * DAY);
    const range = { from: now.toISOString(), until: until.toISOString(), limit: 100 };
    const input = listAppointmentsInput.parse({ ...range, ...(branch && { branchId: branch }) });
    const opened = await openCompany(ctx, company);
    const { items, nextCursor } = await listAppointments(opened, input);
    const free = service ? await describeFreeTimes(opened, { serviceId: service, branchId: branch, days }) : null;
    const appointments = items.map(
      ({ id, status, source, startsAt, branch, serviceName, staff, calcomSyncStatus, version }) => {
        return {
          id,
          status,
          source,
          startsAt,
          branch: branch.name,
          service: serviceName,
          staff: staff.name,
          calcomSyncStatus,
          version,
        };
      },
    );
    return {
      data: { appointments, hasMore: nextCursor !== null, ...(free && { free }) },
      lines: [
        ...appointments.map(
          (one) =>
            `${one.startsAt.toISOString()}  ${one.status.padEnd(11)} ${one.id}  ${one.service} / ${one.staff}, ${one.branch}, Cal.com ${one.calcomSyncStatus}, v${one.version}`,
        ),
        ...(free
          ? [free.reason ? `no free time: ${free.reason}` : `${free.count} free times, the first ${free.first}`]
          : []),
      ],
    };
  },
});
