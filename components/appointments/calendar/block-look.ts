import type { CSSProperties } from "react";
import type { Tone } from "../../ui/tone";
import { appointmentLooks } from "../appointment-status-badge";
import type { Block } from "./blocks";
import type { Colouring } from "./calendar-state";

export interface BlockLook {
  tone?: Tone;
  className: string;
  style?: CSSProperties;
}

/** The ground of a block by its status, or in the colour of its service or person; words and icon say the status in any case. */
export function lookOf(
  { entry, session }: Block,
  { by, staffColour }: { by: Colouring; staffColour: string },
): BlockLook {
  if (by === "status" && entry) {
    const isOver = entry.status === "completed" || entry.status === "no_show";
    const ground = isOver ? "border border-neutral-7 border-l-(--tone-solid) bg-card" : "border-tone bg-tone-subtle";
    return { tone: appointmentLooks[entry.status].tone, className: `text-tone-text ${ground}` };
  }
  if (by === "status") return { tone: "violet", className: "border-tone bg-tone-subtle text-tone-text" };
  const colour = by === "staff" ? staffColour : (entry?.colour ?? session?.colour ?? staffColour);
  return {
    className: "text-foreground",
    style: { borderColor: colour, backgroundColor: `color-mix(in oklab, ${colour} 16%, var(--raised))` },
  };
}
