import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findCompany } from "../repository";
import type { CompanyView } from "../schema";

export async function getCompany(ctx: CompanyContext): Promise<CompanyView> {
  const company = await transact(ctx, (tx) => findCompany(tx));
  if (!company) throw notFound("company");
  return company;
}
