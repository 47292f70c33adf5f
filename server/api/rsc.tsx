import "server-only";
import { dehydrate, type FetchQueryOptions, HydrationBoundary, hashKey, type QueryKey } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { env } from "@/server/core/env";
import { log } from "@/server/core/log";
import { type SignInRefusal, signInWithCredentials, signOutOfBrowser } from "@/server/identity/adapters/next-auth";
import { signOut as endSession } from "@/server/identity/commands/sign-out";
import { DEMO_PASSWORD, DEMO_USERS } from "@/server/identity/rules/demo-users";
import { safePath } from "@/server/identity/rules/safe-path";
import { activeMembership } from "@/server/identity/rules/session";
import { createContext } from "./context";
import { describeFault } from "./failure";
import { makeQueryClient } from "./query-client";
import { appRouter } from "./root";
import { sessionToken } from "./session-cookie";

const getContext = cache(async () => createContext(await headers()));

export const getQueryClient = cache(makeQueryClient);

export const trpc = createTRPCOptionsProxy({ ctx: getContext, router: appRouter, queryClient: getQueryClient });

/** Starts a query without waiting for it: the page streams its answer to the browser. */
export function prefetch<T, E, D, K extends QueryKey>(options: FetchQueryOptions<T, E, D, K>): void {
  void getQueryClient().prefetchQuery(options);
}

export function HydrateClient({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}

/** Waits for these queries only: a part of a page streams as soon as its own answers are there. */
export async function Prefetched({ queries, children }: { queries: Prefetch[]; children: ReactNode }) {
  const client = getQueryClient();
  await Promise.all(queries.map((options) => client.prefetchQuery(options)));
  const hashes = new Set(queries.map(({ queryKey }) => hashKey(queryKey)));
  const state = dehydrate(client, { shouldDehydrateQuery: ({ queryHash }) => hashes.has(queryHash) });
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}

// biome-ignore lint/suspicious/noExplicitAny: options of any query, whatever it answers
type Prefetch = FetchQueryOptions<any, any, any, any>;

/** Who is signed in, for the shell and pages; anybody else is sent to the sign-in page. */
export const requireSession = cache(async () => {
  const context = await getContext();
  if (!context.session) redirect("/login");
  if (!activeMembership(context.session)) redirect("/login?reason=no_company");
  const caller = appRouter.createCaller(context);
  const [me, branches] = await Promise.all([caller.identity.me(), caller.tenancy.listBranches()]);
  return { ...me, branches: branches.map(({ id, name }) => ({ id, name })) };
});

/** Opens a session and goes to the page that was asked for; otherwise says what was wrong. A session of before ends. */
export async function signInWithPassword(formData: FormData): Promise<{ error: SignInRefusal | "unavailable" }> {
  const asked = await headers();
  const before = sessionToken(asked);
  const field = (name: string) => String(formData.get(name) ?? "");
  try {
    const credentials = { email: field("email"), password: field("password"), isRemembered: field("remember") };
    const refusal = await signInWithCredentials(credentials);
    if (refusal) return { error: refusal };
    if (before) await endSession(before, "replaced");
  } catch (error) {
    log("app").error({ fault: describeFault(error) }, "sign-in failed");
    return { error: "unavailable" };
  }
  redirect(safePath(nextOf(asked.get("referer"))));
}

const nextOf = (referer: string | null) =>
  referer && URL.canParse(referer) ? new URL(referer).searchParams.get("next") : null;

export async function signOut(): Promise<never> {
  await signOutOfBrowser();
  redirect("/login");
}

/** Makes another company the active one and shows its dashboard. */
export async function switchCompany(companyId: string): Promise<never> {
  await appRouter.createCaller(await getContext()).identity.switchCompany({ companyId });
  redirect("/");
}

/** Who can sign in to a demo; nobody anywhere else. */
export async function getSignInHints(): Promise<{ email: string; password: string; label: string; role: string }[]> {
  // Read at request time: a build knows no environment.
  await headers();
  if (env().DEMO !== "1") return [];
  return DEMO_USERS.map(({ email, name, role }) => ({ email, password: DEMO_PASSWORD, label: name, role }));
}
