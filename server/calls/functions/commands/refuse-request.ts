import { refuseDelivery } from "@/server/core/deliveries";
import { AppError } from "@/server/core/errors";
import type { ReceivedRequest } from "../../commands/receive-webhook";
import type { Line } from "../../repository/lines";
import type { FunctionName } from "../schema";

export type FunctionDoorRequest = ReceivedRequest & { name: FunctionName };

const CODE_OF = {
  wrong_signature: "SIGNATURE_INVALID",
  not_json: "VALIDATION_ERROR",
  address_not_allowed: "FORBIDDEN",
} as const;

/** What the door answers with, written down first. */
export async function refused(
  request: FunctionDoorRequest,
  reason: keyof typeof CODE_OF,
  line?: Line | null,
): Promise<AppError> {
  const error = new AppError({ code: CODE_OF[reason], reason });
  await leaveTrace(request, { line, status: error.status, error: reason });
  return error;
}

interface Trace {
  line?: Line | null | undefined;
  status: number;
  error: string;
}

export async function leaveTrace(
  { headers, name }: FunctionDoorRequest,
  { line, status, error }: Trace,
): Promise<void> {
  await refuseDelivery({ source: "retell", event: name, companyId: line?.companyId ?? null, headers, status, error });
}
