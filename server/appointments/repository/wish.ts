import { z } from "zod";
import { type WishedService, wishedService } from "@/server/availability/schema";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { notFound } from "@/server/core/errors";

const keptParts = z.tuple([wishedService], wishedService);

export interface KeptWish {
  parts: [WishedService, ...WishedService[]];
  partySize: number | null;
  isComposite: boolean;
  sameStaff: boolean;
  maxWaitMinutes: number | null;
}

/** What an appointment was booked as: its services in their order and on what terms, and its places in a class. */
export async function findWish(ctx: CompanyContext, appointmentId: string): Promise<KeptWish> {
  const row = await db(ctx).appointment.findFirst({
    where: { companyId: ctx.companyId, id: appointmentId },
    select: {
      ...{ serviceId: true, parts: true, bookingType: true, sameStaff: true, maxWaitMinutes: true },
      classPlaces: { select: { places: true } },
    },
  });
  if (!row) throw notFound("appointment");
  const places = row.classPlaces.reduce((sum, place) => sum + place.places, 0);
  return {
    parts: row.parts ? keptParts.parse(row.parts) : [{ serviceId: row.serviceId }],
    partySize: places > 0 ? places : null,
    isComposite: row.bookingType === "composite",
    sameStaff: row.sameStaff,
    maxWaitMinutes: row.maxWaitMinutes,
  };
}
