import { env } from "@/server/core/env";
import { notFound } from "@/server/core/errors";
import { openUnisolated } from "@/server/operations/queries/open-unisolated";
import { createContext } from "./context";
import { answerAt } from "./door";
import { readJson } from "./http";
import { appRouter } from "./root";
import { createCallerFactory } from "./trpc";

const createCaller = createCallerFactory(appRouter);
const ROWS = 20;

/**
 * A yardstick of the bench: twenty appointments of whoever is signed in, with all that isolates their company, or by a role
 * that sees every row and without a transaction. Not there unless BENCH=1.
 */
export function handleBenchList(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/bench/list" }, request, async () => {
    if (env().BENCH !== "1") throw notFound("procedure");
    const { isIsolated } = (await readJson(request, { maxBytes: 1000 })) as { isIsolated: boolean };
    const ctx = await createContext(request.headers);
    const caller = createCaller(isIsolated ? ctx : { ...ctx, transaction: openUnisolated() });
    return Response.json(await caller.appointments.list({ limit: ROWS }));
  });
}
