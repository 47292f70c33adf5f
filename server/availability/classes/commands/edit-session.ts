import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { classSessionChanged } from "../events";
import { findSessionRow } from "../repository/read";
import { changeSession } from "../repository/write";
import type { EditSessionInput, SessionView } from "../schema";
import { toSessionView } from "../views";
import { requireSession } from "./require-session";

/** Changes how many fit in, and what is noted; places that are taken stay. */
export async function editSession(ctx: CompanyContext, input: EditSessionInput): Promise<SessionView> {
  return transact(ctx, async (tx) => {
    const before = await requireSession(tx, input);
    const { classSessionId: sessionId, capacity = before.capacity, note = before.note } = input;
    if (capacity < before.placesTaken) {
      throw new AppError({ code: "VALIDATION_ERROR", reason: "places_taken", details: { taken: before.placesTaken } });
    }
    await changeSession(tx, before, { capacity, note: note || null });
    recordAudit(tx, {
      action: "edit_appointments",
      subjectType: "class_session",
      subjectId: sessionId,
      before: { capacity: before.capacity, note: before.note },
      after: { capacity, note: note || null },
    });
    await publish(tx, classSessionChanged, { sessionId });
    const after = await findSessionRow(tx, sessionId);
    return toSessionView(after ?? before);
  });
}
