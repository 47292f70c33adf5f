import type { TRPCClient } from "@trpc/client";
import type { AppRouter } from "@/server/api/root";
import type { OpenStream } from "./live-relay";

const RECONNECT_MS = 5_000;
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
          if (ENDED.has(error.data?.code ?? "")) return onNews({ kind: "ended" });
          onNews({ kind: "status", status: "polling" });
          retry = setTimeout(() => {
            stream = open();
          }, RECONNECT_MS);
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
