import type { TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { listPlaces, type Place } from "../repository/places";
import { isInReach, mayDecide, placeOf } from "../rules/place";
import type { PolicySubject } from "../schema";

/**
 * What a rule is to be set on. Throws NOT_FOUND for what the company lacks or this person does not work with, and FORBIDDEN
 * where somebody of one branch would change what holds in the others.
 */
export async function requirePlace(tx: TransactionContext, subject: PolicySubject): Promise<Place> {
  const { scope, id } = placeOf(subject, tx.companyId);
  const own = tx.restriction?.branchIds ?? [];
  const place = (await listPlaces(tx, [id])).find((one) => one.scope === scope && one.id === id);
  if (!place || !isInReach(place, own)) throw notFound(scope);
  const ownStaff = tx.restriction?.staffId;
  if (ownStaff && scope === "staff" && id !== ownStaff) throw notFound(scope);
  if (!mayDecide(place, { branchIds: own, staffId: ownStaff }))
    throw new AppError({ code: "FORBIDDEN", reason: "policy_beyond_own" });
  return place;
}
