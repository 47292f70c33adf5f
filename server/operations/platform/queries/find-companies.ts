import { notFound } from "@/server/core/errors";
import { type PlatformContext, transactAsPlatform } from "@/server/core/platform";
import { type CompanyName, findCompanyNames } from "../repository/standing";

/** The company of an id or a slug, or all of them. */
export async function findCompanies(ctx: PlatformContext, idOrSlug: string | undefined): Promise<CompanyName[]> {
  const companies = await transactAsPlatform(ctx, (tx) => findCompanyNames(tx, idOrSlug ?? null));
  if (idOrSlug !== undefined && companies.length === 0) throw notFound("company");
  return companies;
}
