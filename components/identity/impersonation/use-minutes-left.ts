import { useEffect, useState } from "react";

const MINUTE = 60_000;

const minutesUntil = (end: number): number => Math.max(0, Math.ceil((end - Date.now()) / MINUTE));

/** Whole minutes until then; once they are over the page is asked for again, and the server leads elsewhere. */
export function useMinutesLeft(expiresAt: string): number {
  const end = Date.parse(expiresAt);
  const [minutes, setMinutes] = useState(() => minutesUntil(end));
  useEffect(() => {
    const timer = setInterval(() => {
      if (Date.now() >= end) window.location.reload();
      setMinutes(minutesUntil(end));
    }, 5_000);
    return () => clearInterval(timer);
  }, [end]);
  return minutes;
}
