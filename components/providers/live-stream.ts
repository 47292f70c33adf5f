import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "@/server/api/root";
import type { OpenStream } from "./live-relay";

const RECONNECT_MS = 5_000;
/** Switched off by an operator: it may come back, but not in a moment. */
const SWITCHED_OFF_MS = 300_000;
const ENDED = new Set(["UNAUTHENTICATED", "FORBIDDEN", "PRECONDITION_FAILED"]);

/** The stream of the company's events. A lost connection comes back by itself; a door that was closed is knocked at again. */
export function openLiveStream(client: TRPCClient<AppRouter>): OpenStream {
  return (onNews) => {
    let retry: ReturnType<typeof setTimeout> | undefined;
    let isClosed = false;

    const open = () =>
      client.live.events.subscribe(undefined, {
        onData: ({ id, data }) => onNews({ kind: "event", event: { id, name: data.name, data: data.data } }),
        onConnectionStateChange: ({ state, error }) => {
          if (state === "pending") onNews({ kind: "status", status: "live" });
          else if (error) onNews({ kind: "status", status: "polling" });
        },
        onError: (error) => {
          if (isClosed) return;
          const code = error.data?.code ?? "";
          if (ENDED.has(code)) return onNews({ kind: "ended" });
          onNews({ kind: "status", status: "polling" });
          const wait = code === "FEATURE_DISABLED" ? SWITCHED_OFF_MS : RECONNECT_MS;
          retry = setTimeout(() => {
            stream = open();
          }, wait);
        },
      });
    let stream = open();

    return () => {
      isClosed = true;
      clearTimeout(retry);
      stream.unsubscribe();
    };
  };
}
