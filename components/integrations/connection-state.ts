import type { ConnectionView } from "@/server/integrations/schema";

const TONES = { connected: "success", degraded: "warning", error: "danger", disabled: "grey" } as const;

/** The word and the colour of a connection: one that was never asked is not called connected. */
export function connectionState({ source, status, lastCheckedAt }: ConnectionView) {
  if (source === "none") return { word: "none", tone: "grey" } as const;
  if (!lastCheckedAt) return { word: "unchecked", tone: "grey" } as const;
  return { word: status, tone: TONES[status] };
}
