"use client";

import { useEffect, useState } from "react";
import { onLiveEvent } from "../providers/live-events";

const FRESH_MS = 6_000;
const SHOWN = new Set(["appointment/booked", "appointment/rescheduled"]);

/** Appointments that were booked or moved while somebody looks, for a few seconds each. */
export function useFreshIds(): ReadonlySet<string> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const leave = onLiveEvent(({ name, data }) => {
      const id = (data as { appointmentId?: unknown } | undefined)?.appointmentId;
      if (!SHOWN.has(name) || typeof id !== "string") return;
      setIds((known) => new Set(known).add(id));
      timers.add(setTimeout(() => setIds((known) => new Set([...known].filter((each) => each !== id))), FRESH_MS));
    });
    return () => {
      leave();
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  return ids;
}
