import { ok, Refused, type Reply, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf } from "./accounts";
import { type ListBookingsQuery, listBookingsQuery } from "./booking-input";
import { bookingView } from "./booking-view";
import { frameworkError, parseOrRefuse } from "./errors";
import type { CalcomBooking } from "./state";

const STATUSES: Record<string, (booking: CalcomBooking, now: number) => boolean> = {
  upcoming: ({ status, endMs }, now) => endMs >= now && (status === "accepted" || status === "pending"),
  recurring: () => false,
  past: ({ status, endMs }, now) => endMs < now && status !== "cancelled" && status !== "rejected",
  cancelled: ({ status }) => status === "cancelled" || status === "rejected",
  unconfirmed: ({ status, endMs }, now) => status === "pending" && endMs >= now,
};

const SORTS = [
  ["sortStart", (booking: CalcomBooking) => booking.startMs],
  ["sortEnd", (booking: CalcomBooking) => booking.endMs],
  ["sortCreated", (booking: CalcomBooking) => booking.createdAt.getTime()],
  ["sortUpdatedAt", (booking: CalcomBooking) => booking.updatedAt.getTime()],
] as const;

export function listBookings({ calcom, now }: Sandbox, request: SandboxRequest): Reply {
  const query = parseOrRefuse(request, listBookingsQuery, Object.fromEntries(request.query));
  const statuses = query.status?.split(",") ?? [];
  const unknown = statuses.find((status) => !(status in STATUSES));
  if (unknown) throw new Refused(frameworkError(request, 400, `Invalid status: ${unknown}`));
  const counted = calcom
    .of(calcom.bookings, accountOf(request))
    .filter(
      (booking) => statuses.length === 0 || statuses.some((status) => STATUSES[status]?.(booking, now().getTime())),
    )
    .filter((booking) => matches(booking, query));
  const found = counted.filter((booking) => matchesChangeTimes(booking, query)).sort(byQuery(query));
  const page = found.slice(query.skip, query.skip + query.take);
  // As over there, the count ignores the created/updated filters and so promises pages that turn out empty.
  const pagination = paginationOf(query, { total: counted.length, returned: page.length });
  return ok({ status: "success", data: page.map((booking) => bookingView(calcom, booking)), pagination });
}

function matches(booking: CalcomBooking, query: ListBookingsQuery): boolean {
  const types = [query.eventTypeIds, query.eventTypeId].filter(Boolean).join(",");
  if (types && !types.split(",").includes(String(booking.eventTypeId))) return false;
  if (query.bookingUid && booking.uid !== query.bookingUid) return false;
  if (query.attendeeEmail && booking.attendee.email !== query.attendeeEmail) return false;
  if (query.attendeeName && booking.attendee.name !== query.attendeeName) return false;
  if (query.afterStart && booking.startMs < Date.parse(query.afterStart)) return false;
  return !query.beforeEnd || booking.endMs <= Date.parse(query.beforeEnd);
}

function matchesChangeTimes({ createdAt, updatedAt }: CalcomBooking, query: ListBookingsQuery): boolean {
  return (
    within(createdAt, { after: query.afterCreatedAt, before: query.beforeCreatedAt }) &&
    within(updatedAt, { after: query.afterUpdatedAt, before: query.beforeUpdatedAt })
  );
}

function within(at: Date, { after, before }: { after?: string | undefined; before?: string | undefined }): boolean {
  return (!after || at.getTime() >= Date.parse(after)) && (!before || at.getTime() <= Date.parse(before));
}

function byQuery(query: ListBookingsQuery) {
  const [name, keyOf] = SORTS.find(([sort]) => query[sort]) ?? SORTS[0];
  const sign = query[name] === "desc" ? -1 : 1;
  return (a: CalcomBooking, b: CalcomBooking) => sign * (keyOf(a) - keyOf(b));
}

function paginationOf({ take, skip }: ListBookingsQuery, { total, returned }: { total: number; returned: number }) {
  const remainingItems = Math.max(0, total - skip - returned);
  return {
    totalItems: total,
    remainingItems,
    returnedItems: returned,
    itemsPerPage: take,
    currentPage: Math.floor(skip / take) + 1,
    totalPages: Math.ceil(total / take),
    hasNextPage: remainingItems > 0,
    hasPreviousPage: skip > 0,
  };
}
