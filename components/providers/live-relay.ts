import type { LiveEvent } from "./live-events";
import type { LiveStatus } from "./live-status";

export type LiveNews =
  | { kind: "event"; event: LiveEvent }
  | { kind: "status"; status: LiveStatus }
  /** Signed out, or in another company now: every tab begins anew. */
  | { kind: "ended" };

type News = (news: LiveNews) => void;
/** Opens the stream and returns how to close it. */
export type OpenStream = (onNews: News) => () => void;

interface Relay {
  openStream: OpenStream;
  onNews: News;
  name: string;
}

/**
 * One event stream for all tabs of a browser: HTTP/1.1 allows only six connections. The tab that holds the lock listens
 * and passes on what it hears; when it closes, the next tab takes over.
 */
export function joinRelay({ openStream, onNews, name }: Relay): () => void {
  // Locks exist only on https and localhost; elsewhere each tab listens for itself.
  if (!navigator.locks) return openStream(onNews);
  const channel = new BroadcastChannel(name);
  const left = new AbortController();
  let known: LiveNews | null = null;

  channel.onmessage = ({ data }: MessageEvent<LiveNews | { kind: "hello" }>) => {
    if (data.kind !== "hello") onNews(data);
    else if (known) channel.postMessage(known);
  };
  channel.postMessage({ kind: "hello" });

  const lead = () =>
    new Promise<void>((resolve) => {
      // The lock may be granted to somebody who has just left: holding it would leave all others deaf.
      if (left.signal.aborted) return resolve();
      const close = openStream((news) => {
        if (news.kind === "status") known = news;
        if (!left.signal.aborted) channel.postMessage(news);
        onNews(news);
      });
      left.signal.addEventListener("abort", () => {
        close();
        resolve();
      });
    });
  navigator.locks.request(name, { signal: left.signal }, lead).catch(() => {
    // Left before it was this tab's turn.
  });
  return () => {
    left.abort();
    channel.close();
  };
}
