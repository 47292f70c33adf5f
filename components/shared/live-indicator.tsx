"use client";

import { type LiveStatus, useLiveStatus } from "../providers/live-status";
import type { Tone } from "../ui/tone";
import { LiveDot } from "./live-dot";
import { useText } from "./use-text";

const tones: Record<LiveStatus, Tone> = { connecting: "grey", live: "green", polling: "amber", offline: "red" };

/** Says whether the page follows along by itself. */
export function LiveIndicator() {
  const status = useLiveStatus();
  const text = useText("shared");
  return (
    <span role="status" className="inline-flex items-center gap-2 px-1 text-muted-foreground text-sm">
      <LiveDot tone={tones[status]} isPulsing={status === "live"} />
      <span className="max-lg:sr-only">{text(`live.${status}`)}</span>
    </span>
  );
}
