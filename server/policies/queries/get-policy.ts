import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { loadCompanyPolicies } from "../repository/company-policies";
import { layersFor, resolvePolicy } from "../rules/resolve-policy";
import type { PolicyOf, PolicySubject, PolicyType } from "../schema";

type Policies<T extends PolicyType> = { [K in T]: PolicyOf<K> };

/** The policies that apply to a staff member, service and branch of the company, several in one look. */
export async function getPolicies<const T extends PolicyType>(
  ctx: CompanyContext,
  { types, ...subject }: { types: readonly T[] } & PolicySubject,
): Promise<Policies<T>> {
  const rows = await transact(ctx, (tx) => loadCompanyPolicies(tx));
  const { companyId } = ctx;
  const found = types.map((type) => [type, resolvePolicy(type, layersFor(type, rows, { companyId, ...subject }))]);
  return Object.fromEntries(found) as Policies<T>;
}

export async function getPolicy<T extends PolicyType>(
  ctx: CompanyContext,
  { type, ...subject }: { type: T } & PolicySubject,
): Promise<PolicyOf<T>> {
  return (await getPolicies(ctx, { types: [type], ...subject }))[type];
}
