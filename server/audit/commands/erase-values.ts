import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { blankValues, listEntriesAbout, listLogParts } from "../repository/erase";

export interface Erasure {
  /** Whose values go, and everything that belongs to them: the customer, their appointments, calls, messages. */
  subjects: { type: string; id: string }[];
  /** What stands in the entry about the erasure. */
  reason?: string;
}

/**
 * Forgets what stands in the log about somebody: the values of every entry about these rows and of every entry that mentions
 * their ids. Who did what and when remains, and the chain stays valid. Answers how many entries lost values. It goes part by
 * part, each for itself; the entry about it comes last, so an erasure that broke off is simply asked for again.
 */
export async function eraseAuditValues(ctx: CompanyContext, { subjects, reason }: Erasure): Promise<number> {
  const ids = subjects.map(({ id }) => id);
  let erased = 0;
  for (const part of await transact(ctx, listLogParts))
    erased += await transact(ctx, async (tx) => blankValues(tx, await listEntriesAbout(tx, ids, part)));
  const [first] = subjects;
  await transact(ctx, async (tx) =>
    recordAudit(tx, {
      action: "process_privacy_requests",
      ...(first && { subjectType: first.type, subjectId: first.id }),
      after: { entries: erased, ...(reason && { reason }) },
    }),
  );
  return erased;
}
