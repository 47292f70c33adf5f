"use client";

import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchStreamLink, httpLink, httpSubscriptionLink, splitLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { AppRouter } from "@/server/api/root";
import { askAgainLink } from "./ask-again-link";
import { makeQueryClient } from "./query-client";

const { TRPCProvider: ClientProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

const url = "/api/trpc";
let inBrowser: { owner: string; client: QueryClient } | undefined;

/**
 * One client for a tab, as long as it is the same person in the same company; on the server one for each request. Whoever
 * signs in next, or the same person elsewhere, sees nothing of what was fetched before.
 */
function getQueryClient(owner: string): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  if (inBrowser?.owner !== owner) inBrowser = { owner, client: makeQueryClient() };
  return inBrowser.client;
}

/** `owner` says whose data it is: who is signed in, and where. */
export function TrpcProvider({ owner, children }: { owner: string; children: ReactNode }) {
  const queryClient = getQueryClient(owner);
  const [client] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        splitLink({
          condition: (operation) => operation.type === "subscription",
          true: httpSubscriptionLink({ url, transformer: superjson }),
          false: splitLink({
            condition: (operation) => operation.type === "mutation",
            // On its own and not streamed: a change may give the browser a new cookie with its answer.
            true: [askAgainLink, httpLink({ url, transformer: superjson })],
            // Below what the door takes in one request.
            false: httpBatchStreamLink({ url, transformer: superjson, maxItems: 20 }),
          }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider key={owner} client={queryClient}>
      <ClientProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </ClientProvider>
    </QueryClientProvider>
  );
}
