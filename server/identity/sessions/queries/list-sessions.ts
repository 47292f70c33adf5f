import type { AccountContext } from "../../rules/account";
import { readDevice } from "../../rules/device";
import { listOpenSessions } from "../repository";
import type { SessionView } from "../schema";

/** Where somebody is signed in now, their own browser first. */
export async function listSessions({ userId, session }: AccountContext): Promise<SessionView[]> {
  const rows = await listOpenSessions(userId);
  return rows
    .map(({ userAgent, ...row }) => ({ ...row, ...readDevice(userAgent), isCurrent: row.id === session.sessionId }))
    .sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
}
