import "server-only";
import { dehydrate, type FetchQueryOptions, HydrationBoundary, hashKey, type QueryKey } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { env } from "@/server/core/env";
import { signOutOfBrowser } from "@/server/identity/adapters/next-auth";
import { getProfile } from "@/server/identity/profile/queries/get-profile";
import { worksEverywhere } from "@/server/identity/rules/company-wide";
import { DEMO_PASSWORD, DEMO_USERS } from "@/server/identity/rules/demo-users";
import { activeMembership } from "@/server/identity/rules/session";
import { setLocaleInput } from "@/server/identity/schema";
import { FEATURE_FLAG_NAMES, isOn } from "@/server/tenancy/rules/feature-flags";
import { checkStanding } from "@/server/tenancy/rules/standing";
import { createContext } from "./context";
import { checkEntry } from "./gates/require-entry";
import { makeQueryClient } from "./query-client";
import { appRouter } from "./root";

/** What a page reads while it is made is not counted; what a form does is. */
export const getContext = cache(async () => {
  const asked = await headers();
  return { ...(await createContext(asked)), isCounted: !asked.has("next-action") };
});

export const getQueryClient = cache(makeQueryClient);

export const trpc = createTRPCOptionsProxy({ ctx: getContext, router: appRouter, queryClient: getQueryClient });

/** Starts a query without waiting for it: the page streams its answer to the browser. */
export function prefetch<T, E, D, K extends QueryKey>(options: FetchQueryOptions<T, E, D, K>): void {
  void getQueryClient().prefetchQuery(options);
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

/** Where somebody goes who may not enter yet, by the reason. */
const ENTRANCES: Record<string, string> = {
  two_factor_setup_required: "/two-factor-setup",
  address_not_allowed: "/no-entry",
  tenant_suspended: "/suspended",
  tenant_cancelled: "/suspended",
  company_suspended: "/suspended",
};

/** Who is signed in, for the shell and pages; anybody else is sent to the sign-in page. */
export const requireSession = cache(async () => {
  const context = await getContext();
  const { session, ip } = context;
  if (!session) redirect("/login");
  const membership = activeMembership(session);
  if (!membership) redirect(session.user.isPlatformAdmin ? "/admin" : "/no-company");
  const { impersonation } = session;
  const refusal = (impersonation ? null : checkStanding(membership)) ?? checkEntry(session, membership, ip);
  if (refusal) redirect(ENTRANCES[refusal.reason] ?? "/login");
  const caller = appRouter.createCaller(context);
  const [me, branches, { avatarUrl }] = await Promise.all([
    caller.identity.me(),
    caller.tenancy.listBranches(),
    getProfile(session.user.id),
  ]);
  const features = FEATURE_FLAG_NAMES.filter((feature) => isOn(membership.featureFlags, feature));
  const isEverywhere = worksEverywhere(membership);
  return {
    ...me,
    isEverywhere,
    avatarUrl,
    features,
    impersonation,
    branches: branches.map(({ id, name }) => ({ id, name })),
  };
});

/** Who is signed in, for pages that ask no more than that: setting up what is missing, or saying why the rest is closed. */
export const requireAccount = cache(async () => {
  const { session, ip } = await getContext();
  if (!session) redirect("/login");
  const { user, memberships } = session;
  const company = activeMembership(session);
  return { user, company, others: memberships.filter((place) => place !== company), ip };
});

export async function signOut(): Promise<never> {
  await signOutOfBrowser();
  redirect("/login");
}

/** Makes another company the active one and shows its dashboard. */
export async function switchCompany(companyId: string): Promise<never> {
  await appRouter.createCaller(await getContext()).identity.switchCompany({ companyId });
  redirect("/");
}

/** Keeps the language with the person: of their mails, and of a browser that they sign in with later. */
export async function keepLocale(locale: string): Promise<void> {
  const chosen = setLocaleInput.safeParse({ locale });
  const context = await getContext();
  if (context.session && chosen.success) await appRouter.createCaller(context).identity.setLocale(chosen.data);
}

/** Who can sign in to a demo; nobody anywhere else. */
export async function getSignInHints(): Promise<{ email: string; password: string; label: string; role: string }[]> {
  // Read at request time: a build knows no environment.
  await headers();
  if (env().DEMO !== "1") return [];
  return DEMO_USERS.map(({ email, name, role }) => ({ email, password: DEMO_PASSWORD, label: name, role }));
}
