"use client";

import { useEffect, useState } from "react";
import { formatDuration } from "../shared/formatters";

/** Counts up from when a call began. */
export function RunningTime({ since, className }: { since: Date; className?: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    // The server's second and the browser's differ.
    <span role="timer" className={className} suppressHydrationWarning>
      {formatDuration((now - new Date(since).getTime()) / 1000)}
    </span>
  );
}
