const CODES: Record<string, string> = {
  NotAllowedError: "PASSKEY_CANCELLED",
  AbortError: "PASSKEY_CANCELLED",
  InvalidStateError: "PASSKEY_KNOWN",
  NotSupportedError: "PASSKEY_UNSUPPORTED",
  SecurityError: "PASSKEY_UNSUPPORTED",
};

/** What the browser's own dialog ended with, in the shape in which every refused call is shown. */
export function passkeyFault(error: unknown): unknown {
  const code = CODES[error instanceof Error ? error.name : ""];
  return code ? { data: { code } } : error;
}
