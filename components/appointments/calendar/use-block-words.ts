"use client";

import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import type { Block } from "./blocks";

/** What a block says: two short lines to see, and one sentence with all of it to hear. */
export function useBlockWords(zone: string) {
  const text = useText("calendar");
  const words = useText("appointments");
  const formatters = useFormatters(zone);
  return ({ entry, session, part, startsAt, minutes }: Block, staffName: string) => {
    const time = formatters.time(startsAt);
    const range = formatters.timeRange(startsAt, startsAt + minutes * 60_000);
    if (session) {
      const places = text("places", { taken: session.placesTaken, capacity: session.capacity });
      const spoken = [text("class"), range, session.serviceName, places, staffName];
      return { time, title: session.serviceName, detail: places, spoken: spoken.join(", ") };
    }
    const detail = part ? text("part", { ...part, service: entry?.serviceName ?? "" }) : (entry?.serviceName ?? "");
    const sync = entry?.calcomSyncStatus ?? "not_linked";
    const spoken = [
      ...(entry ? [words(`status.${entry.status}`)] : []),
      ...[range, entry?.customerName, detail, staffName],
      ...(entry?.resources ?? []),
      ...(sync === "not_linked" ? [] : [words(`calcom.${sync}`)]),
      ...(entry?.hasNotes ? [text("hasNotes")] : []),
    ];
    return { time, title: entry?.customerName ?? "", detail, spoken: spoken.filter(Boolean).join(", ") };
  };
}
