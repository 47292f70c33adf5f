import { type ServiceWish, wishOfParts } from "@/server/availability/rules/wished-parts";
import type { WishedService } from "@/server/availability/schema";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findWish } from "../repository/wish";

export interface AppointmentWish extends ServiceWish {
  followedBy: WishedService[];
  /** Places in a class; null for an appointment of one's own. */
  partySize: number | null;
  sameStaff: boolean;
  maxWaitMinutes: number | null;
}

/** What an appointment was booked as: whoever looks for another time looks for just that. */
export async function getWish(
  ctx: CompanyContext,
  { appointmentId }: { appointmentId: string },
): Promise<AppointmentWish> {
  return transact(ctx, async (tx) => {
    const { parts, isComposite: _, ...terms } = await findWish(tx, appointmentId);
    const [, ...followedBy] = parts;
    return { ...wishOfParts(parts), followedBy, ...terms };
  });
}
