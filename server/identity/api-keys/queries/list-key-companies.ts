import { type CompanyContext, userIdOf } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import type { SessionMembership } from "../../rules/session";
import { findKey, listGroupPlaces } from "../repository";
import { isPlaceForKeys } from "../rules";
import type { KeyCompanies, ListKeyCompaniesInput } from "../schema";

/** The businesses that a key for the whole group works in today: the one that is named, or one that the asker would make. */
export async function listKeyCompanies(
  ctx: CompanyContext,
  { apiKeyId }: ListKeyCompaniesInput,
): Promise<KeyCompanies> {
  return transact(ctx, async (tx) => {
    const key = apiKeyId === undefined ? null : await findKey(tx, apiKeyId);
    if (apiKeyId !== undefined && !key) throw notFound("api_key");
    const creatorId = key ? key.createdByUserId : userIdOf(tx);
    const places = creatorId ? await listGroupPlaces(tx, creatorId) : [];
    const isReached = (place: SessionMembership) => {
      if (key && !key.isGroupWide) return place.companyId === tx.companyId;
      return isPlaceForKeys(place) && !key?.refusedCompanyIds.includes(place.companyId);
    };
    const reached = places.filter(isReached);
    return reached.map(({ companyId, companyName }) => ({ id: companyId, name: companyName }));
  });
}
