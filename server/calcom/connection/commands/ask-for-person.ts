import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import type { Calcom } from "../../adapters/calcom";
import { CalcomError } from "../../adapters/calcom-error";
import { askCalcom } from "../../commands/ask-calcom";
import { findApiKey } from "../../repository/connection";

// Not audited: what is done with the answer is.
/** Asks Cal.com because somebody at the screen wants to know; whatever keeps it from answering is told to them. */
export async function askForPerson<T>(ctx: CompanyContext, ask: (calcom: Calcom) => Promise<T>): Promise<T> {
  const apiKey = await transact(ctx, findApiKey);
  if (!apiKey) throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_not_connected" });
  // How Cal.com is gets noted, also by a question.
  const { isReading: _, ...noting } = ctx;
  try {
    const read = await askCalcom(noting, apiKey, ask);
    if ("answer" in read) return read.answer;
  } catch (error) {
    if (!(error instanceof CalcomError)) throw error;
    throw toRefusal(error);
  }
  throw new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "calcom_unavailable" });
}

/** What Cal.com said is shown beside our own words. */
export function toRefusal(error: CalcomError): AppError {
  const details = { message: error.message };
  const isFault = ["fault", "unknown_result", "rate_limited"].includes(error.kind);
  if (isFault) return new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "calcom_unavailable", details });
  return new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_refused", details }, { cause: error });
}
