"use client";

import type { FreeSlot } from "@/server/availability/schema";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";

interface SlotCourseProps {
  segments: FreeSlot["segments"];
  timezone: string;
}

/** A visit of several parts, one below the other: when, what, with whom, and where the person is free meanwhile. */
export function SlotCourse({ segments, timezone }: SlotCourseProps) {
  const text = useText("appointments");
  const formatters = useFormatters(timezone);
  if (segments.length < 2) return null;
  return (
    <ol className="mt-1.5 flex flex-col gap-0.5 text-sm">
      {segments.map(({ startsAt, endsAt, name, staffName, occupiesStaff }) => (
        <li key={startsAt.toISOString()} className="flex gap-2">
          <span className="min-w-24 shrink-0 whitespace-nowrap tabular-nums">
            {formatters.timeRange(startsAt, endsAt)}
          </span>
          <span>{occupiesStaff ? text("new.summary", { service: name, staff: staffName }) : name}</span>
        </li>
      ))}
    </ol>
  );
}
