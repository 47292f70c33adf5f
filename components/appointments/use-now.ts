"use client";

import { useEffect, useState } from "react";

/** The time, moving on while the page stays open; at first what the server saw, so that both render the same. */
export function useNow(first: number, everyMs = 60_000): number {
  const [now, setNow] = useState(first);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    const timer = setInterval(tick, everyMs);
    // A laptop that was asleep looks at the clock at once.
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [everyMs]);
  return now;
}
