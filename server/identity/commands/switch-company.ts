import { digest } from "@/server/core/crypto";
import { notFound } from "@/server/core/errors";
import { switchSessionCompany } from "../repository/sessions";
import type { SwitchCompanyInput } from "../schema";

/** Makes another company the session's active one, if its user works there; any other company does not exist for them. */
export async function switchCompany(token: string, { companyId }: SwitchCompanyInput): Promise<void> {
  const isSwitched = await switchSessionCompany(digest(token), companyId);
  if (!isSwitched) throw notFound("company");
}
