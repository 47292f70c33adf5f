import { bookingCopy } from "@/server/calcom/schema";
import type { PrismaClient } from "@/server/core/generated/client";
import { ZONE } from "./clock";

/** A booking as the other side is told to know it. */
export type StandingBooking = ReturnType<typeof toBooking>[0];

/** What a company's rows know of bookings over there: whoever forgot them, as a sandbox does at its end, can be told again. */
export async function listStandingBookings(client: PrismaClient, companyId: string): Promise<StandingBooking[]> {
  const rows = await client.calcomEventMap.findMany({
    where: { companyId, calcomBookingUid: { not: null } },
    select: {
      ...{ id: true, appointmentId: true, segmentPosition: true, calcomState: true },
      ...{ calcomBookingUid: true, calcomBookingId: true, calcomEventTypeId: true },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap((row) => toBooking(companyId, row));
}

const STATUSES = ["accepted", "pending", "cancelled", "rejected", "absent"];

interface Row {
  id: string;
  appointmentId: string | null;
  segmentPosition: number;
  calcomState: unknown;
  calcomBookingUid: string | null;
  calcomBookingId: bigint | null;
  calcomEventTypeId: number | null;
}

function toBooking(companyId: string, row: Row) {
  const { calcomBookingUid: uid, calcomEventTypeId: eventTypeId, appointmentId, segmentPosition: part } = row;
  const bookingId = row.calcomBookingId === null ? null : Number(row.calcomBookingId);
  const seen = bookingCopy.safeParse({ ...Object(row.calcomState), uid, bookingId, eventTypeId });
  if (!seen.success || eventTypeId === null || !STATUSES.includes(seen.data.status)) return [];
  const { title, status, startsAt, endsAt, changedAt, host, attendee } = seen.data;
  const ours = appointmentId ? { companyId, appointmentId, idemKey: row.id, ...(part && { segment: `${part}` }) } : {};
  return [
    {
      ...{ uid: seen.data.uid, id: bookingId, eventTypeId, hostId: host?.id ?? null, title: title ?? "" },
      // Not having come is noted beside a booking over there, not as its state.
      ...{ status: status === "absent" ? "accepted" : status, isAbsent: status === "absent" },
      ...{ start: startsAt.toISOString(), end: endsAt.toISOString(), changedAt: (changedAt ?? startsAt).toISOString() },
      attendee: {
        ...{ name: attendee?.name ?? "", email: attendee?.email ?? null, phoneNumber: attendee?.phone ?? null },
        ...{ timeZone: attendee?.timeZone ?? ZONE, language: attendee?.language ?? "de" },
      },
      metadata: ours as Record<string, string>,
    },
  ];
}
