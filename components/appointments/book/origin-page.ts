import type { SlotOrigin } from "@/server/availability/chains/schema";
import type { LocalDate } from "@/server/core/time-zone";

interface OriginPage {
  href: string;
  permission: string;
  /** There is nothing to change there, only to look at. */
  isToSee?: boolean;
}

/** Where the rule is kept, or where one sees what takes the time. */
export function originPage({ kind, id, rule }: SlotOrigin, day: LocalDate): OriginPage {
  if (rule === "booking_policy") return { href: "/settings/policies?tab=booking", permission: "view_policies" };
  if (rule === "grid") return { href: "/settings/scheduling", permission: "edit_company" };
  // Where neither a rule nor the service says anything, the company's own rule is the place to say it.
  if (kind === "company") return { href: "/settings/policies?tab=booking", permission: "view_policies" };
  if (kind === "holiday") return { href: `/holidays?year=${day.slice(0, 4)}`, permission: "view_working_hours" };
  if (kind === "branch" || kind === "staff") return pageOfHours({ kind, id, rule }, day);
  if (kind === "resource")
    return { href: `/resources?open=${id}`, permission: "view_resources", isToSee: rule === "taken" };
  if (kind === "session") return { href: `/classes/${id}`, permission: "view_appointments", isToSee: true };
  return { href: `/services/${id}${rule === "offer" ? "?tab=people" : "?tab=rules"}`, permission: "view_services" };
}

function pageOfHours({ kind, id, rule }: Pick<SlotOrigin, "kind" | "id" | "rule">, day: LocalDate): OriginPage {
  if (rule === "absence" || rule === "closure") {
    return { href: "/working-hours?tab=absences", permission: "view_schedule_exceptions" };
  }
  if (rule === "hours") return { href: `/working-hours/${kind}/${id}`, permission: "view_working_hours" };
  if (rule === "taken") {
    return { href: `/calendar?view=day&date=${day}&staff=${id}`, permission: "view_appointments", isToSee: true };
  }
  return { href: `/staff/${id}${rule === "offer" ? "?tab=services" : ""}`, permission: "view_staff" };
}
