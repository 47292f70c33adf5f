import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { findCustomer } from "@/server/customers/queries/find-customer";
import { toE164 } from "@/server/customers/rules";
import { getCompany } from "@/server/tenancy/queries/get-company";
import { listBranches } from "@/server/tenancy/queries/list-branches";
import { callUpdated } from "../events";
import { getCall } from "../queries/get-call";
import { insertCall } from "../repository/list";
import type { CallDetails, CreateCallInput } from "../schema";

/** Enters a call that a person took themselves; only a person can. */
export async function createCall(ctx: CompanyContext, input: CreateCallInput): Promise<CallDetails> {
  return transact(ctx, async (tx) => {
    if (tx.actor.kind !== "user") throw new AppError({ code: "FORBIDDEN", reason: "not_for_api_keys" });
    await requireOurs(tx, input);
    const { phone, customerId = null, ...told } = input;
    const number = await readNumber(tx, phone);
    const id = newId();
    await insertCall(tx, {
      ...{ id, customerId, ...told, status: "ended", takenByUserId: tx.actor.userId },
      ...(told.direction === "inbound" ? { fromNumber: number } : { toNumber: number }),
      endedAt: new Date(told.startedAt.getTime() + told.durationSec * 1000),
    });
    recordAudit(tx, {
      action: "create_calls",
      subjectType: "call",
      subjectId: id,
      after: { ...told, customerId, phone: number },
    });
    await publish(tx, callUpdated, { callId: id });
    return getCall(tx, { callId: id });
  });
}

async function requireOurs(tx: TransactionContext, { branchId, customerId }: CreateCallInput): Promise<void> {
  const branches = await listBranches(tx);
  if (!branches.some(({ id }) => id === branchId)) throw notFound("branch");
  if (customerId && !(await findCustomer(tx, { customerId }))) throw notFound("customer");
}

async function readNumber(tx: TransactionContext, phone: string | null | undefined): Promise<string | null> {
  if (!phone) return null;
  const number = toE164(phone, (await getCompany(tx)).country);
  if (!number) throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_phone" });
  return number;
}
