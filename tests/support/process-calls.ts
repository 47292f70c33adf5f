import { applyCallEvent } from "@/server/calls/commands/apply-call-event";
import { platformClient } from "@/server/core/db";
import { jobOf } from "./actors";

/** What the job does with every event of the telephone provider that the company has received. */
export async function processCallEvents(company: { companyId: string }): Promise<void> {
  const events = await platformClient().outboxEvent.findMany({
    where: { companyId: company.companyId, name: "retell/webhook.received" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  for (const { payload } of events) {
    const data = payload as unknown as Parameters<typeof applyCallEvent>[1];
    await applyCallEvent(jobOf(company, "process-retell-webhook", new Date()), data);
  }
}
