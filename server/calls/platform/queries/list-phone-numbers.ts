import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { findNumbers } from "../repository";
import type { PhoneNumberView } from "../schema";
import { toPhoneNumber } from "../views";

/** The numbers that lead to a company. */
export async function listPhoneNumbers(
  ctx: PlatformContext,
  { companyId }: { companyId: string },
): Promise<PhoneNumberView[]> {
  return transactAsPlatform(ctx, async (tx) => (await findNumbers(tx, companyId)).map(toPhoneNumber));
}
