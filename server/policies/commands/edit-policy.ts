import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { policyChanged } from "../events";
import type { Place } from "../repository/places";
import { deletePolicyRow, findPolicyRow, insertPolicyRow, writePolicyRow } from "../repository/policy-rows";
import { readConfig } from "../rules/resolve-policy";
import type { EditPolicyInput, PolicyConfig, PolicyType, ResetPolicyInput } from "../schema";
import { requirePlace } from "./require-place";

/** Sets what one place says about a policy: the given fields, and no others. Without any it says nothing any more. */
export async function editPolicy(ctx: CompanyContext, input: EditPolicyInput): Promise<void> {
  await transact(ctx, (tx) => change(tx, { ...input, next: () => input.config }));
}

/** Takes back what one place says, all of it or some fields: there the next place's word holds again. */
export async function resetPolicy(ctx: CompanyContext, { fields, ...input }: ResetPolicyInput): Promise<void> {
  const without = (config: PolicyConfig) =>
    Object.fromEntries(Object.entries(config).filter(([field]) => fields && !fields.some((one) => one === field)));
  await transact(ctx, (tx) => change(tx, { ...input, next: without }));
}

type Change = Omit<EditPolicyInput, "config"> & { next: (before: PolicyConfig) => PolicyConfig };

async function change(tx: TransactionContext, { policyType, version, next, ...subject }: Change): Promise<void> {
  const place = await requirePlace(tx, subject);
  const row = await findPolicyRow(tx, { ...place, policyType });
  requireVersion(row, version);
  const before = readConfig(policyType, row?.config);
  const after = readConfig(policyType, next(before));
  const isEmpty = Object.keys(after).length === 0;
  if (isEmpty && !row) return;
  if (row) await (isEmpty ? deletePolicyRow(tx, row) : writePolicyRow(tx, row, after));
  else
    await insertPolicyRow(tx, {
      ...place,
      policyType,
      config: after,
      overridesId: await startedFrom(tx, { place, policyType }),
    });
  await tell(tx, { place, policyType, before, after });
}

/** Null: there was none when it was looked at; undefined: whoever asks does not mind. */
function requireVersion(row: { version: number } | null, seen: number | null | undefined): void {
  if (seen === undefined || seen === (row?.version ?? null)) return;
  throw new AppError({
    code: "VERSION_CONFLICT",
    reason: "changed_meanwhile",
    details: { version: row?.version ?? null },
  });
}

/** The row whose values the editor showed: the company's, for whatever differs from it. */
async function startedFrom(
  tx: TransactionContext,
  { place, policyType }: { place: Place; policyType: PolicyType },
): Promise<string | null> {
  if (place.scope === "company") return null;
  const row = await findPolicyRow(tx, { scope: "company", id: tx.companyId, policyType });
  return row?.id ?? null;
}

interface Changed {
  place: Place;
  policyType: PolicyType;
  before: PolicyConfig;
  after: PolicyConfig;
}

async function tell(tx: TransactionContext, { place, policyType, before, after }: Changed): Promise<void> {
  recordAudit(tx, {
    action: "edit_policies",
    subjectType: place.scope,
    subjectId: place.id,
    before: { policyType, name: place.name, ...before },
    after: { policyType, name: place.name, ...after },
  });
  await publish(tx, policyChanged, { policyType, scope: place.scope, scopeId: place.id });
}
