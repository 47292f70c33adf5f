import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { PERIODS, periodRange } from "./period-range";

export const STATUSES = ["pending", "confirmed", "in_progress", "completed", "cancelled", "no_show"] as const;
export const SOURCES = ["phone", "web", "calcom", "portal", "api", "app", "import", "mcp"] as const;

/** `behind`: whatever has not arrived at Cal.com. */
export const CALCOM_STATES = ["behind", "pending", "failed", "drift", "synced"] as const;

/** The list's state in the URL, read alike by the page on the server and the list in the browser. */
export const filterParsers = {
  search: parseAsString.withDefault(""),
  period: parseAsStringLiteral(PERIODS).withDefault("coming"),
  from: parseAsString,
  until: parseAsString,
  status: parseAsStringLiteral(STATUSES),
  staff: parseAsString,
  service: parseAsString,
  source: parseAsStringLiteral(SOURCES),
  calcom: parseAsStringLiteral(CALCOM_STATES),
  open: parseAsString,
};

export interface AppointmentFilters {
  search: string;
  period: (typeof PERIODS)[number];
  from: string | null;
  until: string | null;
  status: (typeof STATUSES)[number] | null;
  staff: string | null;
  service: string | null;
  source: (typeof SOURCES)[number] | null;
  calcom: (typeof CALCOM_STATES)[number] | null;
}

interface Place {
  branchId: string | null;
  zone: string;
  now: number;
  cursor: string | null;
}

/** The same question for the same filters: the server asks it first, the browser finds the answer. */
export function toListInput(filters: AppointmentFilters, { branchId, zone, now, cursor }: Place) {
  const { search, status, staff, service, source, calcom } = filters;
  return {
    ...periodRange(filters, { zone, now }),
    ...(search ? { search } : {}),
    ...(status ? { status: [status] } : {}),
    ...(staff ? { staffId: staff } : {}),
    ...(service ? { serviceId: service } : {}),
    ...(source ? { source } : {}),
    ...(calcom ? { calcomSyncStatus: calcom === "behind" ? [...BEHIND] : [calcom] } : {}),
    ...(branchId ? { branchId } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

const BEHIND = ["pending", "failed"] as const;
const TAKES_PLACE = ["pending", "confirmed", "in_progress", "completed"] as const;

/** The three figures above the list. */
export function figureInputs({ branchId, zone, now }: Omit<Place, "cursor">) {
  const branch = branchId ? { branchId } : {};
  const { order: _ascending, ...today } = periodRange({ period: "today" }, { zone, now });
  const { order: _too, ...week } = periodRange({ period: "week" }, { zone, now });
  const { order: _also, ...coming } = periodRange({ period: "coming" }, { zone, now });
  return {
    today: { ...today, ...branch, status: [...TAKES_PLACE] },
    week: { ...week, ...branch, status: [...TAKES_PLACE] },
    pending: { ...coming, ...branch, status: ["pending" as const] },
  };
}
