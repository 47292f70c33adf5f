import type { TransactionContext } from "@/server/core/context";
import type { ApiContext } from "../context";
import { appRouter } from "../root";
import { createCallerFactory } from "../trpc";
import type { Operation } from "./operation";

const createCaller = createCallerFactory(appRouter);

/** Calls the procedure behind an operation, inside the transaction that is open if there is one. */
export async function callOperation(
  context: ApiContext,
  { operation, input, tx }: { operation: Operation; input: unknown; tx?: TransactionContext | undefined },
): Promise<unknown> {
  const transaction = tx && toOpenTransaction(tx);
  const caller: unknown = createCaller({ ...context, ...(transaction && { transaction }) });
  const procedure = operation.name.split(".").reduce((at, name) => (at as Record<string, unknown>)[name], caller) as (
    input: unknown,
  ) => Promise<unknown>;
  return procedure(Object.keys(operation.input).length > 0 ? input : undefined);
}

function toOpenTransaction({ tx, connection, pendingActivity, lastly }: TransactionContext): ApiContext["transaction"] {
  return { tx, pendingActivity, lastly, ...(connection && { connection }) };
}
