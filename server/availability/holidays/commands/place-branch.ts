import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { setBranchPlace, setCompanyPlace } from "@/server/tenancy/commands/set-place";
import { listPlaces } from "../queries/list-places";
import type { HolidayPlace, SetBranchPlaceInput, SetCompanyPlaceInput } from "../schema";
import { deriveHolidays } from "./derive-holidays";

// Not audited: what these two call writes its own entries.

/** Says where a branch lies; its public holidays follow at once. */
export async function placeBranch(ctx: CompanyContext, input: SetBranchPlaceInput): Promise<HolidayPlace[]> {
  return transact(ctx, async (tx) => {
    await setBranchPlace(tx, input);
    await deriveHolidays(tx);
    return listPlaces(tx);
  });
}

/** Says where the company lies; the holidays of its branches follow at once. */
export async function placeCompany(ctx: CompanyContext, input: SetCompanyPlaceInput): Promise<HolidayPlace[]> {
  return transact(ctx, async (tx) => {
    await setCompanyPlace(tx, input);
    await deriveHolidays(tx);
    return listPlaces(tx);
  });
}
