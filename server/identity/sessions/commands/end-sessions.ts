import type { TransactionContext } from "@/server/core/context";
import { endSessions as end } from "../repository";

export interface EndedSessions {
  userId: string;
  /** The one that goes on, if any. */
  exceptSessionId?: string;
  /** Kept with each of them: `password_changed`, `role_changed` … */
  reason: string;
}

/** Ends somebody's sessions because their rights or their proof changed; in the caller's transaction when there is one. */
export async function endSessions(sessions: EndedSessions, within?: Pick<TransactionContext, "tx">): Promise<number> {
  return end(sessions, within?.tx);
}
