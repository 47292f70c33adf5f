import { defaultShouldDehydrateQuery, MutationCache, QueryClient } from "@tanstack/react-query";
import superjson from "superjson";

/** One recipe for server and browser. A mutation refreshes its own context's queries, and those that its `meta.refresh` names. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    mutationCache: new MutationCache({
      onSuccess: (_data, _variables, _result, mutation) => {
        const names = [contextOf(mutation.options.mutationKey), ...refreshedBy(mutation.meta)];
        for (const name of new Set(names)) if (name) void refreshContext(client, name);
      },
    }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry: shouldRetry },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === "pending",
        shouldRedactErrors: () => false,
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  });
  return client;
}

/** Fetches again what is on screen of one context (`appointments`), and marks the rest as out of date. */
export function refreshContext(client: QueryClient, name: string): Promise<void> {
  return client.invalidateQueries({ predicate: (query) => contextOf(query.queryKey) === name });
}

/** tRPC's keys begin with the path: `[["appointments", "list"], …]`. */
function contextOf(key: readonly unknown[] | undefined): string | undefined {
  const path = key?.[0];
  return Array.isArray(path) && typeof path[0] === "string" ? path[0] : undefined;
}

function refreshedBy(meta: Record<string, unknown> | undefined): string[] {
  return Array.isArray(meta?.refresh) ? meta.refresh.filter((name) => typeof name === "string") : [];
}

/** A refusal stays a refusal, however often it is asked; only faults are worth another try. */
function shouldRetry(failures: number, error: unknown): boolean {
  const status = (error as { data?: { httpStatus?: number } })?.data?.httpStatus;
  return failures < 2 && (status === undefined || status >= 500);
}
