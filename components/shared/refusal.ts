import type { Text } from "./use-text";

/** What a door's error says, whichever way it failed: a refusal by a rule, fields that do not fit, or a fault. */
export interface ReadRefusal {
  code: string;
  reason?: string;
  details: Record<string, unknown>;
  fields: { field: string; message: string }[];
}

interface DoorError {
  data?: {
    code?: string;
    refusal?: { code: string; reason: string; details?: Record<string, unknown> };
    fields?: { field: string; message: string }[];
  } | null;
}

/** Reads the `data` that the tRPC door adds to its errors; anything else, such as no network, is `INTERNAL`. */
export function readRefusal(error: unknown): ReadRefusal {
  const data = (error as DoorError | null)?.data;
  return {
    code: data?.refusal?.code ?? (data?.fields ? "VALIDATION_ERROR" : data ? "INTERNAL" : "UNREACHABLE"),
    reason: data?.refusal?.reason,
    details: data?.refusal?.details ?? {},
    fields: data?.fields ?? [],
  };
}

/** The sentence for it: by its reason, else by its code. `text` is `useText("errors")`. */
export function refusalText(text: Text, error: unknown): string {
  const { code, reason, details } = readRefusal(error);
  const values = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value)]));
  if (reason && text.has(`reasons.${reason}`)) return text(`reasons.${reason}`, values);
  return text.has(`codes.${code}`) ? text(`codes.${code}`, values) : text("codes.INTERNAL");
}
