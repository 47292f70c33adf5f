"use client";

import { useLocale } from "next-intl";
import { useEffect, useState } from "react";
import { formatRelative, type Instant } from "./formatters";
import { useFormatters } from "./use-formatters";

const MINUTE_MS = 60_000;

/** "vor 5 Minuten", kept right while the page stays open; the exact time on hover. */
export function RelativeTime({ at, className }: { at: Instant; className?: string }) {
  const [now, setNow] = useState(() => Date.now());
  const locale = useLocale();
  const formatters = useFormatters();
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    // The server's now and the browser's may lie either side of a minute.
    <time
      dateTime={new Date(at).toISOString()}
      title={formatters.dateTime(at)}
      className={className}
      suppressHydrationWarning
    >
      {formatRelative(at, { now, locale })}
    </time>
  );
}
