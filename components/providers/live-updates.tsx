"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useCompany } from "./company-provider";
import { tellListeners, touchedBy } from "./live-events";
import { joinRelay, type LiveNews } from "./live-relay";
import { setLiveStatus, useLiveStatus } from "./live-status";
import { openLiveStream } from "./live-stream";
import { refreshContext } from "./query-client";
import { refreshPace } from "./refresh-pace";
import { useTRPCClient } from "./trpc-provider";

const POLL_MS = 30_000;

/** Keeps every open page up to date: fetches again what an event touches, and asks every 30 s while the stream is down. */
export function LiveUpdates() {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { companyId } = useCompany();
  const status = useLiveStatus();

  useEffect(() => {
    const refresher = refreshInBursts(queryClient);
    const handleNews = (news: LiveNews) => {
      if (news.kind === "status") setLiveStatus(news.status);
      else if (news.kind === "ended") window.location.reload();
      else {
        refresher.add(touchedBy(news.event));
        tellListeners(news.event);
      }
    };
    const leave = joinRelay({ openStream: openLiveStream(client), onNews: handleNews, name: `live-${companyId}` });
    return () => {
      leave();
      refresher.stop();
      setLiveStatus("connecting");
    };
  }, [client, queryClient, companyId]);

  useEffect(() => {
    if (status !== "polling") return;
    const timer = setInterval(() => void queryClient.invalidateQueries(), POLL_MS);
    return () => clearInterval(timer);
  }, [status, queryClient]);

  return null;
}

/** Ten bookings at once are one look at the server. */
function refreshInBursts(queryClient: QueryClient) {
  const names = new Set<string>();
  let isAll = false;
  const pause = refreshPace();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (isAll) void queryClient.invalidateQueries();
    else for (const name of names) void refreshContext(queryClient, name);
    names.clear();
    isAll = false;
  };
  return {
    add(touched: readonly string[] | "all") {
      if (touched === "all") isAll = true;
      else for (const name of touched) names.add(name);
      timer ??= setTimeout(flush, pause(Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}
