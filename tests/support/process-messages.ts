import { platformClient } from "@/server/core/db";
import { processMessageWebhook } from "@/server/notifications/commands/process-message-webhook";
import { jobOf } from "./actors";

/** What the job does with all that providers of messages have told of this company's. */
export async function processMessageNews(company: { companyId: string }, isLastTry = false): Promise<void> {
  const events = await platformClient().outboxEvent.findMany({
    where: { companyId: company.companyId, name: "notification/webhook.received" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  for (const { payload } of events) {
    const data = payload as unknown as Parameters<typeof processMessageWebhook>[1];
    await processMessageWebhook(jobOf(company, "process-message-webhook", new Date()), { ...data, isLastTry });
  }
}
