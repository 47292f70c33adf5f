import { recordAudit } from "@/server/core/activity";
import { companyContext, type TransactionContext } from "@/server/core/context";
import { log } from "@/server/core/log";
import { transact } from "@/server/core/transact";
import { listSignInPlaces } from "../repository/sign-in";
import type { Visitor } from "../rules/visitor";
import { recordOwnActivity } from "./record-own-activity";

export interface LinkChange<T> {
  person: { userId: string; name: string };
  /** As the audit log of the company calls it. */
  action: string;
  work: (within: Pick<TransactionContext, "tx">) => Promise<T>;
}

/** Changes the account of somebody who has opened a mailed link and is not signed in; the company where they work first, or the platform, hears of it. */
export async function changeByLink<T>(visitor: Visitor, { person, action, work }: LinkChange<T>): Promise<T> {
  const { ip, userAgent, requestId, now } = visitor;
  const { userId, name } = person;
  const [place] = await listSignInPlaces(userId);
  const actor = { kind: "user", userId, name } as const;
  const result = place
    ? await transact(
        companyContext({ companyId: place.companyId, actor, ip, userAgent, requestId, now }),
        async (tx) => {
          const changed = await work(tx);
          recordAudit(tx, { logName: "security", action, subjectType: "user", subjectId: userId });
          return changed;
        },
      )
    : await recordOwnActivity({ person, visitor, action, work });
  log("security").info({ requestId, ip, userId, action }, "account changed by a link");
  return result;
}
