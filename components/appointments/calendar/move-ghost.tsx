"use client";

import { CircleAlert, CircleCheck, Loader } from "lucide-react";
import { useLocale } from "next-intl";
import { timesOfDay } from "@/server/core/time-of-day";
import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";
import type { Draft } from "./apply-move";
import { px } from "./grid-scale";
import type { LiveCheck } from "./use-live-check";

interface MoveGhostProps {
  draft: Draft;
  offset: number;
  /** Null: nothing would change, or nobody has answered yet. */
  check: LiveCheck;
  isChange: boolean;
}

/** Where it would go: the new times, and whether the server has them free. */
export function MoveGhost({ draft: { block, top, minutes }, offset, check, isChange }: MoveGhostProps) {
  const text = useText("appointments");
  const words = useText("calendar");
  const locale = useLocale();
  const tone = !isChange ? "slate" : !check ? "brand" : check.isFree ? "green" : "red";
  const Icon = !isChange || !check ? Loader : check.isFree ? CircleCheck : CircleAlert;
  return (
    <div
      data-tone={tone}
      data-ghost={!isChange ? "same" : !check ? "asking" : check.isFree ? "free" : "taken"}
      className="pointer-events-none absolute inset-x-0.5 z-[6] flex flex-col rounded-sm border-2 border-tone bg-tone-subtle px-1.5 py-0.5 text-sm text-tone-text leading-4 shadow-float"
      style={{ top: px(top - offset), minHeight: px(minutes) }}
    >
      <span className="flex items-center gap-1 font-semibold tabular-nums">
        <Icon aria-hidden="true" className={cn("size-3.5 shrink-0", Icon === Loader && "invisible")} />
        {timesOfDay({ from: top, until: top + minutes }, locale)}
      </span>
      <span className="truncate text-foreground">{block.entry?.customerName}</span>
      {isChange && check && (
        <span>{check.isFree ? words("move.free") : text(`why.reasons.${check.reason ?? "fully_booked"}`)}</span>
      )}
    </div>
  );
}
