import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { loadCompanyPolicies } from "../repository/company-policies";
import { layersFor, resolvePolicy } from "../rules/resolve-policy";
import type { PolicyOf, PolicyRow, PolicySubject, PolicyType } from "../schema";

type Policies<T extends PolicyType> = { [K in T]: PolicyOf<K> };

/** Some of the company's policies, looked up once and asked for as many people as may come into it. */
export interface OpenPolicies<T extends PolicyType> {
  policiesFor: (subject: PolicySubject) => Policies<T>;
  /** Those with a word of their own. */
  staffIds: string[];
}

export async function openPolicies<const T extends PolicyType>(
  ctx: CompanyContext,
  types: readonly T[],
): Promise<OpenPolicies<T>> {
  const rows = await transact(ctx, (tx) => loadCompanyPolicies(tx));
  const { companyId } = ctx;
  const policyOf = (type: T, subject: PolicySubject) =>
    resolvePolicy(type, layersFor(type, rows, { companyId, ...subject }));
  return {
    policiesFor: (subject) => Object.fromEntries(types.map((type) => [type, policyOf(type, subject)])) as Policies<T>,
    staffIds: [...new Set(rows.filter((row) => isOwnWord(row, types)).map(({ configurableId }) => configurableId))],
  };
}

const isOwnWord = ({ configurableType, policyType }: PolicyRow, types: readonly PolicyType[]): boolean =>
  configurableType === "staff" && types.includes(policyType);

/** The policies that apply to a staff member, service and branch of the company, several in one look. */
export async function getPolicies<const T extends PolicyType>(
  ctx: CompanyContext,
  { types, ...subject }: { types: readonly T[] } & PolicySubject,
): Promise<Policies<T>> {
  return (await openPolicies(ctx, types)).policiesFor(subject);
}

export async function getPolicy<T extends PolicyType>(
  ctx: CompanyContext,
  { type, ...subject }: { type: T } & PolicySubject,
): Promise<PolicyOf<T>> {
  return (await getPolicies(ctx, { types: [type], ...subject }))[type];
}
