"use client";

import { useSyncExternalStore } from "react";

/** `live`: events arrive; `polling`: the stream is down and pages ask every 30 s; `offline`: the browser has no network. */
export type LiveStatus = "connecting" | "live" | "polling" | "offline";

let status: LiveStatus = "connecting";
const listeners = new Set<() => void>();

/** Told by the one component that holds the browser's event stream. */
export function setLiveStatus(next: LiveStatus) {
  if (next === status) return;
  status = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(
    subscribe,
    () => status,
    () => "connecting",
  );
}
