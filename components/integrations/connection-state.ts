import type { ConnectionView } from "@/server/integrations/schema";
import type { Text } from "../shared/use-text";

const TONES = { connected: "success", degraded: "warning", error: "danger", disabled: "grey" } as const;

/** The word and the colour of a connection: one that was never asked is not called connected. */
export function connectionState({ source, status, lastCheckedAt }: ConnectionView) {
  if (source === "none") return { word: "none", tone: "grey" } as const;
  if (!lastCheckedAt) return { word: "unchecked", tone: "grey" } as const;
  return { word: status, tone: TONES[status] };
}

/** What the adapters note in short, in words; what they took over from the provider as it is. */
export function describeError(error: string, text: Text): string {
  if (error.startsWith("no answer")) return text("errors.noAnswer");
  const status = /^answered (\d{3})$/.exec(error)?.[1];
  if (!status) return error;
  return text(status === "401" || status === "403" ? "errors.refused" : "errors.answered", { status });
}
