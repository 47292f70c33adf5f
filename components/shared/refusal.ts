import type { Text } from "./use-text";

/** What a door's error says, whichever way it failed: a refusal by a rule, fields that do not fit, or a fault. */
export interface ReadRefusal {
  code: string;
  reason?: string;
  details: Record<string, unknown>;
  /** Already in the reader's language. */
  message?: string;
  fields: { field: string; message: string }[];
}

interface DoorError {
  data?: {
    code?: string;
    reason?: string;
    message?: string;
    details?: Record<string, unknown>;
    errors?: { field: string; message: string }[];
  } | null;
}

/** Reads the `data` that the tRPC door adds to its errors; an error without it never reached the server. */
export function readRefusal(error: unknown): ReadRefusal {
  const data = (error as DoorError | null)?.data;
  return {
    code: data?.code ?? "UNREACHABLE",
    reason: data?.reason,
    details: data?.details ?? {},
    message: data?.message,
    fields: data?.errors ?? [],
  };
}

/** The sentence for it: the server's own, else by its code. `text` is `useText("errors")`. */
export function refusalText(text: Text, error: unknown): string {
  const { code, message } = readRefusal(error);
  return message ?? (text.has(`codes.${code}`) ? text(`codes.${code}`) : text("codes.INTERNAL"));
}
