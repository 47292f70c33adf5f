import type { Text } from "../../shared/use-text";

/** What the browser's own dialog ended with: in our words, in the shape in which every refused call is shown. */
export function passkeyFault(error: unknown, text: Text): unknown {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return refusal("CANCELLED", text("cancelled"));
  if (name === "InvalidStateError") return refusal("KNOWN", text("known"));
  if (name === "NotSupportedError" || name === "SecurityError") return refusal("UNSUPPORTED", text("unsupported"));
  return error;
}

const refusal = (code: string, message: string) => ({ data: { code, message } });
