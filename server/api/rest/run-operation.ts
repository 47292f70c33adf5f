import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { ApiContext } from "../context";
import { admitToCompany } from "../procedures";
import { failureOf } from "../refusal";
import { toBody } from "./answer";
import { callOperation } from "./call-operation";
import { etagOf, expectedVersion, preconditionFailed, requireMatch } from "./etag";
import { runOnce } from "./idempotency";
import type { Operation } from "./operation";
import { countsVersions, findReading } from "./operations";
import { lockAddress } from "./repository";

export interface Call {
  context: ApiContext;
  /** Null for whoever works for no company: a sign-in, an operator. */
  company: CompanyContext | null;
  operation: Operation;
  input: Record<string, unknown>;
  /** What stood in the path. */
  values: Record<string, string>;
  ifMatch: string | null;
  idempotencyKey: string | null;
  status: number;
}

/** Runs an operation, under the caller's condition and once for each key of theirs. */
export async function runOperation(call: Call): Promise<{ answer: unknown; isRepeat: boolean }> {
  const { context, company, operation, idempotencyKey, status } = call;
  const input = withVersion(call);
  const work = (tx?: TransactionContext) => runConditionally({ ...call, input }, tx);
  if (idempotencyKey === null || !company || !isKeptOnce(operation)) return { answer: await work(), isRepeat: false };
  await admitToCompany(context, operation.meta);
  return runOnce(company, { key: idempotencyKey, operation: operation.name, input, status, work });
}

/** What is about somebody's own account answers with tokens, or ends them: none of that is kept. */
const OF_AN_ACCOUNT = ["public", "account"];
const isKeptOnce = ({ method, meta }: Operation) => method === "POST" && !OF_AN_ACCOUNT.includes(meta.permission ?? "");

/** A thing that counts its changes is guarded by its own command. */
function withVersion({ operation, input, ifMatch }: Call): Record<string, unknown> {
  const version = countsVersions(operation) ? expectedVersion(ifMatch) : undefined;
  return version === undefined ? input : { ...input, version };
}

async function runConditionally(call: Call, tx: TransactionContext | undefined): Promise<unknown> {
  const { context, company, operation, input, ifMatch } = call;
  if (ifMatch === null || operation.method === "GET") return callOperation(context, { operation, input, tx });
  if (countsVersions(operation)) return callOperation(context, { operation, input, tx }).catch(asPrecondition(context));
  if (!company) throw preconditionFailed();
  return transact(tx ?? company, async (open) => {
    await requireUnchanged(call, { ifMatch, tx: open });
    return callOperation(context, { operation, input, tx: open });
  });
}

/** Compares what the caller saw with what a reader would see now. */
async function requireUnchanged(
  { context, operation, values }: Call,
  { ifMatch, tx }: { ifMatch: string; tx: TransactionContext },
): Promise<void> {
  const reading = findReading(operation);
  if (!reading) throw preconditionFailed();
  await lockAddress(tx, [reading.path, ...Object.values(values)].join(" "));
  const now = await callOperation(context, { operation: reading, input: values, tx });
  if (ifMatch.trim() === "*") return;
  requireMatch(ifMatch, etagOf(JSON.stringify(toBody(reading, now, new URLSearchParams())), now));
}

const asPrecondition = (context: ApiContext) => (error: unknown) => {
  const { code, details } = failureOf(error, context.requestId);
  throw code === "VERSION_CONFLICT" ? preconditionFailed(details) : error;
};
