import { z } from "zod";
import { type WishedService, wishedService } from "@/server/availability/schema";
import type { CompanyContext } from "@/server/core/context";
import { ask } from "@/server/core/db";
import { notFound } from "@/server/core/errors";
import { type BookingType, Prisma } from "@/server/core/generated/client";

const keptParts = z.tuple([wishedService], wishedService);

export interface KeptWish {
  parts: [WishedService, ...WishedService[]];
  partySize: number | null;
  isComposite: boolean;
  sameStaff: boolean;
  maxWaitMinutes: number | null;
}

interface WishRow {
  serviceId: string;
  parts: unknown;
  bookingType: BookingType;
  sameStaff: boolean;
  maxWaitMinutes: number | null;
  places: number;
}

/** What an appointment was booked as: its services in their order and on what terms, and its places in a class. */
export async function findWish(ctx: CompanyContext, appointmentId: string): Promise<KeptWish> {
  const [row] = await ask<WishRow>(
    ctx,
    Prisma.sql`
    SELECT service_id AS "serviceId", parts, booking_type::text AS "bookingType", same_staff AS "sameStaff",
      max_wait_minutes AS "maxWaitMinutes", (SELECT coalesce(sum(p.places), 0)::int FROM class_places p
        WHERE p.company_id = a.company_id AND p.appointment_id = a.id) AS places
    FROM appointments a WHERE company_id = ${ctx.companyId}::uuid AND id = ${appointmentId}::uuid`,
  );
  if (!row) throw notFound("appointment");
  const { places } = row;
  return {
    parts: row.parts ? keptParts.parse(row.parts) : [{ serviceId: row.serviceId }],
    partySize: places > 0 ? places : null,
    isComposite: row.bookingType === "composite",
    sameStaff: row.sameStaff,
    maxWaitMinutes: row.maxWaitMinutes,
  };
}
