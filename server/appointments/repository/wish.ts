import { z } from "zod";
import { type WishedService, wishedService } from "@/server/availability/schema";
import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import { notFound } from "@/server/core/errors";

const keptParts = z.tuple([wishedService], wishedService);

/** What an appointment was booked as: its services in their order, and its places in a class. */
export async function findWish(
  ctx: CompanyContext,
  appointmentId: string,
): Promise<{ parts: [WishedService, ...WishedService[]]; partySize: number | null; isComposite: boolean }> {
  const row = await db(ctx).appointment.findFirst({
    where: { companyId: ctx.companyId, id: appointmentId },
    select: { serviceId: true, parts: true, bookingType: true, classPlaces: { select: { places: true } } },
  });
  if (!row) throw notFound("appointment");
  const places = row.classPlaces.reduce((sum, place) => sum + place.places, 0);
  return {
    parts: row.parts ? keptParts.parse(row.parts) : [{ serviceId: row.serviceId }],
    partySize: places > 0 ? places : null,
    isComposite: row.bookingType === "composite",
  };
}
