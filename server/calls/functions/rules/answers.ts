import type { FunctionAnswer } from "../schema";
import type { Voice } from "./say/voice";

type Data = Record<string, unknown>;

export const ok = (say: string, data: Data = {}): FunctionAnswer => ({ status: "ok", ...data, say });
export const needsInput = (question: string, data: Data = {}): FunctionAnswer => ({
  status: "needs_input",
  ...data,
  question,
  say: question,
});
/** A no that a person may be able to turn into a yes. */
export const notAllowed = (say: string, data: Data = {}): FunctionAnswer => ({
  status: "not_allowed",
  ...data,
  next_function: "request-callback",
  say,
});
export const failed = ({ say }: Voice): FunctionAnswer => ({
  status: "error",
  next_function: "request-callback",
  say: say.failure(),
});

/** As it goes over the wire: `success` beside the status, `say` last. */
export function toWire({ status, say, ...data }: FunctionAnswer): Record<string, unknown> {
  return { status, success: status === "ok", ...data, say };
}
