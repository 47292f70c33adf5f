"use client";

import type { ExceptionView } from "@/server/availability/exceptions/schema";
import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";
import { KIND_LOOKS } from "./absence-look";
import type { DayMark } from "./month-layout";
import { useWhenText } from "./use-when-text";

/** A day of an absence. The first is reached by keyboard and read out; what is only asked for is an outline. */
export function MonthMark({
  mark: { absence, isFirst },
  onOpen,
}: {
  mark: DayMark;
  onOpen: (absence: ExceptionView) => void;
}) {
  const text = useText("absences");
  const whenText = useWhenText();
  const { kind, state, startTime } = absence;
  const { tone, icon: Icon } = KIND_LOOKS[kind];
  const label = [
    absence.ownerName,
    text(`kinds.${kind}`),
    whenText(absence),
    state === "requested" && text("states.requested"),
  ];
  return (
    <button
      type="button"
      data-tone={tone}
      tabIndex={isFirst ? 0 : -1}
      aria-hidden={isFirst ? undefined : true}
      title={label.filter(Boolean).join(", ")}
      aria-label={label.filter(Boolean).join(", ")}
      onClick={() => onOpen(absence)}
      className={cn(
        "flex w-full items-center justify-center",
        startTime ? "h-4" : "h-7",
        state === "requested" ? "border-2 border-tone border-dashed text-tone-text" : "bg-tone-subtle text-tone-text",
      )}
    >
      {isFirst && <Icon aria-hidden="true" className="size-4" />}
    </button>
  );
}
