import { digest } from "@/server/core/crypto";
import { notFound } from "@/server/core/errors";
import { switchSessionCompany } from "../repository/sessions";
import type { Visitor } from "../rules/visitor";
import type { SwitchCompanyInput } from "../schema";
import { recordSessionActivity } from "./record-session-activity";

/** Makes another company the session's active one, if its user works there; any other company does not exist for them. */
export async function switchCompany(
  token: string,
  { companyId }: SwitchCompanyInput,
  visitor?: Visitor,
): Promise<void> {
  await recordSessionActivity(token, {
    action: "switch_company",
    companyId,
    visitor,
    async work({ tx }) {
      if (!(await switchSessionCompany(digest(token), companyId, tx))) throw notFound("company");
    },
  });
}
