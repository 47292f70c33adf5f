"use client";

import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";

/** How many places are taken, as a bar and in words. */
export function PlacesBar({ taken, capacity }: { taken: number; capacity: number }) {
  const text = useText("classes");
  const isFull = taken >= capacity;
  return (
    <div className="flex items-center gap-3">
      <div aria-hidden="true" className="h-2 min-w-12 flex-1 overflow-hidden rounded-full bg-neutral-4">
        <div
          data-tone={isFull ? "green" : "brand"}
          className="h-full rounded-full bg-tone"
          style={{ width: `${Math.min(100, (taken / capacity) * 100)}%` }}
        />
      </div>
      <span className="shrink-0 text-sm tabular-nums">
        {text("places", { taken, capacity })}
        <span className="sr-only"> {text("placesTaken")}</span>
      </span>
      {isFull && <Badge tone="green">{text("full")}</Badge>}
    </div>
  );
}
