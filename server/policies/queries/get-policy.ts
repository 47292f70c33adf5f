import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findPolicyRows } from "../repository";
import { resolvePolicy } from "../rules/resolve-policy";
import type { PolicyOf, PolicySubject, PolicyType } from "../schema";

/** The policy that applies to a staff member, service and branch of the company. */
export async function getPolicy<T extends PolicyType>(
  ctx: CompanyContext,
  { type, ...subject }: { type: T } & PolicySubject,
): Promise<PolicyOf<T>> {
  return transact(ctx, async (tx) => resolvePolicy(type, await findPolicyRows(tx, { type, ...subject })));
}
