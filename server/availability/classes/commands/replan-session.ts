import type { TransactionContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { classSessionChanged } from "../events";
import type { SessionRow } from "../repository/read";
import { changeSession, freeSession } from "../repository/write";
import { occupySession } from "./occupy-session";

export interface Replan {
  before: SessionRow;
  startsAt: Date;
  endsAt: Date;
  staffId: string;
  resourceIds: string[];
  isConfirmed: boolean;
}

/** Another time or another teacher: what was taken is freed and the new taken, or the reason why not is thrown. */
export async function replanSession(tx: TransactionContext, { before, ...plan }: Replan): Promise<void> {
  const { startsAt, endsAt, staffId } = plan;
  const { bufferBeforeMinutes, bufferAfterMinutes } = before.service;
  await freeSession(tx, before.id);
  await changeSession(tx, before, { startsAt, endsAt, staffId });
  await occupySession(tx, {
    ...plan,
    ...{ sessionId: before.id, branchId: before.branch.id, bufferBeforeMinutes, bufferAfterMinutes },
  });
  await publish(tx, classSessionChanged, { sessionId: before.id });
}

/** It does not take place: its teacher and its rooms are free for others. Nobody has a place in it any more. */
export async function callOffSession(
  tx: TransactionContext,
  { before, reason }: { before: SessionRow; reason: string | null },
): Promise<void> {
  await freeSession(tx, before.id);
  await changeSession(tx, before, { cancelledAt: tx.now, cancellationReason: reason });
  await publish(tx, classSessionChanged, { sessionId: before.id });
}
