import { companyContext, jobContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { DAY, HOUR } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { notificationQueued } from "../events";
import { listCompaniesWithDueMessages, listCompaniesWithStuckMessages } from "../repository/list";
import { takeDueMessages, takeStuckMessages } from "../repository/messages";
import { HANDOVER_MS } from "../rules/timing";

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/** Hands what is due within the next minute and a half to its jobs, which wait for the second; says how many. */
export async function queueDueMessages({ now }: { now: Date }): Promise<number> {
  const until = new Date(now.getTime() + HANDOVER_MS);
  let queued = 0;
  for (const companyId of await listCompaniesWithDueMessages(until)) {
    const ctx = jobContext({ companyId }, "send-due-notifications");
    queued += await transact(ctx, async (tx) => {
      const due = await takeDueMessages(tx, until);
      for (const { id, scheduledFor } of due)
        await publish(tx, notificationQueued, { notificationId: id, scheduledFor });
      return due.length;
    });
  }
  return queued;
}

/** For a day after it failed, a message is tried again every hour; and one that lost its job gets another. */
export async function requeueStuckMessages({ now }: { now: Date }): Promise<number> {
  const since = { failedSince: new Date(now.getTime() - DAY), untouchedSince: new Date(now.getTime() - HOUR) };
  let queued = 0;
  for (const companyId of await listCompaniesWithStuckMessages(since)) {
    const ctx = companyContext({ companyId, actor: { kind: "job", name: "retry-failed-notifications" }, now });
    queued += await transact(ctx, async (tx) => {
      const stuck = await takeStuckMessages(tx, since);
      for (const { id, scheduledFor } of stuck)
        await publish(tx, notificationQueued, { notificationId: id, scheduledFor });
      return stuck.length;
    });
  }
  return queued;
}
