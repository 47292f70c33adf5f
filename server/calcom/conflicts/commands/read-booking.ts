import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import type { Calcom } from "../../adapters/calcom";
import { CalcomError } from "../../adapters/calcom-error";
import { askCalcom } from "../../commands/ask-calcom";
import { findApiKey } from "../../repository/connection";
import { lockConflict } from "./settle-conflict";

// Not audited: what is decided with the answer is.
/** Asks Cal.com about the booking of an open conflict; whatever keeps it from answering is told to the person. */
export async function askAbout<T>(
  ctx: CompanyContext,
  conflictId: string,
  ask: (calcom: Calcom, uid: string) => Promise<T>,
): Promise<T> {
  const { uid, apiKey } = await transact(ctx, async (tx) => {
    const { copy } = await lockConflict(tx, conflictId);
    return { uid: copy.uid, apiKey: await findApiKey(tx) };
  });
  if (!apiKey) throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_not_connected" });
  try {
    const read = await askCalcom(ctx, apiKey, (calcom) => ask(calcom, uid));
    if ("answer" in read) return read.answer;
  } catch (error) {
    if (!(error instanceof CalcomError)) throw error;
    const details = { message: error.message };
    throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_refused", details }, { cause: error });
  }
  throw new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "calcom_unavailable" });
}
