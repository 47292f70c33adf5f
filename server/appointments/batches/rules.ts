import type { AppError } from "@/server/core/errors";
import type { ChangedAppointments, ChangedRow, RowRefusal } from "./schema";

/** What a row says of why it was refused. */
export const toRefusal = ({ code, reason, details }: AppError): RowRefusal => ({
  ...{ code, reason },
  details: details ?? null,
});

/** What came of one of many. */
export function toRow(appointmentId: string, outcome: { result: unknown } | { refusal: AppError }): ChangedRow {
  const error = "refusal" in outcome ? toRefusal(outcome.refusal) : null;
  return { appointmentId, success: error === null, error };
}

/** What came of all of them. */
export function toOutcome(results: ChangedRow[]): ChangedAppointments {
  const changed = results.filter(({ success }) => success).length;
  return { changed, refused: results.length - changed, results };
}
