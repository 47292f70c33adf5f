import { recordAudit } from "@/server/core/activity";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { publish } from "@/server/core/outbox";
import { attempt } from "@/server/core/savepoint";
import { MINUTE } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { classSessionChanged } from "../events";
import { insertSession } from "../repository/write";
import { type Occurrence, occurrencesOf } from "../rules/occurrences";
import type { CreatedSessions, CreateSessionsInput } from "../schema";
import { occupySession } from "./occupy-session";
import { requireClassParts } from "./require-class-parts";

/**
 * Makes a session, or a set that repeats itself. A single one that does not fit is refused; of a set each occurrence says
 * for itself whether it was made, or why not.
 */
export async function createSessions(ctx: CompanyContext, input: CreateSessionsInput): Promise<CreatedSessions> {
  return transact(ctx, async (tx) => {
    const parts = await requireClassParts(tx, input);
    const occurrences = occurrencesOf(input, parts.branch.timezone);
    const seriesId = input.repeat ? newId() : null;
    const results: CreatedSessions["results"] = [];
    for (const occurrence of occurrences) {
      const outcome = await attempt(tx, () => createSession(tx, { input, parts, occurrence, seriesId }));
      if ("refusal" in outcome && !input.repeat) throw outcome.refusal;
      const startsAt = occurrence.startsAt === null ? null : new Date(occurrence.startsAt);
      const { date } = occurrence;
      results.push(
        "refusal" in outcome
          ? { date, startsAt, sessionId: null, error: { code: outcome.refusal.code, reason: outcome.refusal.reason } }
          : { date, startsAt, sessionId: outcome.result, error: null },
      );
    }
    const made = results.filter(({ sessionId }) => sessionId !== null).length;
    return { made, refused: results.length - made, results };
  });
}

interface OneSession {
  input: CreateSessionsInput;
  parts: Awaited<ReturnType<typeof requireClassParts>>;
  occurrence: Occurrence;
  seriesId: string | null;
}

async function createSession(tx: TransactionContext, { input, parts, occurrence, seriesId }: OneSession) {
  if (occurrence.startsAt === null) throw new AppError(occurrence.refusal);
  const { serviceId, branchId, staffId, isConfirmed } = input;
  const { bufferBeforeMinutes, bufferAfterMinutes, durationMinutes, capacity } = parts.service;
  const startsAt = new Date(occurrence.startsAt);
  const endsAt = new Date(occurrence.startsAt + (input.durationMinutes ?? durationMinutes) * MINUTE);
  const sessionId = newId();
  const session = { serviceId, branchId, staffId, startsAt, endsAt, capacity: input.capacity ?? capacity };
  await insertSession(tx, { id: sessionId, ...session, seriesId, note: input.note || null });
  await occupySession(tx, {
    ...{ sessionId, branchId, staffId, startsAt, endsAt, isConfirmed },
    ...{ bufferBeforeMinutes, bufferAfterMinutes, resourceIds: parts.resourceIds },
  });
  recordAudit(tx, {
    action: "create_appointments",
    subjectType: "class_session",
    subjectId: sessionId,
    after: { ...session, resourceIds: parts.resourceIds },
  });
  await publish(tx, classSessionChanged, { sessionId });
  return sessionId;
}
