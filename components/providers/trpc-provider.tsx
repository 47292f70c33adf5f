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
let inBrowser: QueryClient | undefined;

/** One client for the life of the tab; on the server one for each request, so that nobody sees another's data. */
function getQueryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  inBrowser ??= makeQueryClient();
  return inBrowser;
}

export function TrpcProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
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
            false: httpBatchStreamLink({ url, transformer: superjson }),
          }),
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={queryClient}>
      <ClientProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </ClientProvider>
    </QueryClientProvider>
  );
}
