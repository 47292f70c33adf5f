import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { blankValues, listEntriesAbout } from "../repository/erase";

export interface Erasure {
  /** Whose values go, and everything that belongs to them: the customer, their appointments, calls, messages. */
  subjects: { type: string; id: string }[];
}

/**
 * Forgets what stands in the log about somebody: the values of every entry about these rows and of every entry that mentions
 * their ids. Who did what and when remains, and the chain stays valid. Answers how many entries lost values.
 */
export async function eraseAuditValues(ctx: CompanyContext, { subjects }: Erasure): Promise<number> {
  return transact(ctx, async (tx) => {
    const ids = subjects.map(({ id }) => id);
    const erased = await blankValues(tx, await listEntriesAbout(tx, ids));
    const [first] = subjects;
    recordAudit(tx, {
      action: "process_privacy_requests",
      ...(first && { subjectType: first.type, subjectId: first.id }),
      after: { entries: erased },
    });
    return erased;
  });
}
