// Works a comparison off in a process of its own, for a test that kills it.
import { workOffRun } from "@/server/calcom/reconciliation/commands/work-off-run";
import { jobContext } from "@/server/core/context";
import { disconnect } from "@/server/core/db";

const { COMPANY_ID: companyId = "", RUN_ID: runId = "", NOW: now = "" } = process.env;
const ctx = { ...jobContext({ companyId }, "compare-with-calcom"), now: new Date(now) };
while ((await workOffRun(ctx, { runId })).state !== "over");
await disconnect();
