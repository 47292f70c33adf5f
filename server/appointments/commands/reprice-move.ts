import type { Slot } from "@/server/availability/rules/slot";
import { partsOf, type ServiceWish } from "@/server/availability/rules/wished-parts";
import type { TransactionContext } from "@/server/core/context";
import { getPrice } from "@/server/policies/queries/get-price";
import type { AppointmentRow } from "../repository/read";
import { listSegmentStaff } from "../repository/steps";
import type { Amounts } from "../rules/discount";

interface Move {
  before: AppointmentRow;
  slot: Slot;
  wanted: ServiceWish & { branchId: string };
}

/**
 * What an appointment costs with whoever does it now, less what was let off; null where that is no other. Where those who
 * did it before would cost the same today, what was agreed stays, whatever has become of the price list since.
 */
export async function repriceMove(tx: TransactionContext, { before, slot, wanted }: Move): Promise<Amounts | null> {
  const isSame = slot.segments.length === 1 && slot.staffId === before.staff.id;
  if (isSame || (await priceWithThoseBefore(tx, { before, slot, wanted })) === slot.priceCents) return null;
  const fullPriceCents = slot.priceCents;
  const discountCents = Math.min(before.discountCents, fullPriceCents);
  const priceCents = fullPriceCents - discountCents;
  return priceCents === before.priceCents ? null : { priceCents, discountCents };
}

/** Each part costs what the person of its first segment takes. */
async function priceWithThoseBefore(tx: TransactionContext, { before, slot, wanted }: Move): Promise<number> {
  const { branchId } = wanted;
  const people = await listSegmentStaff(tx, before.id);
  let sum = 0;
  for (const [nr, { serviceId }] of partsOf(wanted).entries()) {
    const first = slot.segments.find(({ part }) => part === nr);
    const staffId = people.find(({ position }) => position === first?.position)?.staffId ?? before.staff.id;
    sum += (await getPrice(tx, { serviceId, branchId, staffId })).priceCents;
  }
  return sum;
}
