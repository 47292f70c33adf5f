import { z } from "zod";
import { type CompanyContext, companyContext } from "@/server/core/context";
import { findCompanies } from "@/server/operations/platform/queries/find-companies";
import type { CliContext } from "./command";

/** `--company`: an id or a slug. */
export const companyOption: [string, string] = ["--company <id|slug>", "the company, by its id or its short name"];
export const companyField = z.string().min(1).max(100);

/** The context of the command line in one company; NOT_FOUND when there is none. */
export async function openCompany(ctx: CliContext, idOrSlug: string): Promise<CompanyContext> {
  const [company] = await findCompanies(ctx.platform, idOrSlug);
  const { actor, now, requestId } = ctx.platform;
  return companyContext({ companyId: company?.id ?? "", actor, now, requestId });
}
