"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { setLiveStatus } from "./live-status";

const POLL_MS = 30_000;

/** Where live updates are switched off: asks again by the clock, and says so. */
export function PollingUpdates() {
  const queryClient = useQueryClient();
  useEffect(() => {
    setLiveStatus("polling");
    const timer = setInterval(() => void queryClient.invalidateQueries(), POLL_MS);
    return () => {
      clearInterval(timer);
      setLiveStatus("connecting");
    };
  }, [queryClient]);
  return null;
}
