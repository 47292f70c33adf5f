import { type CompanyContext, companyContext, requireAllBranches } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import type { PlatformContext } from "@/server/core/platform";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { isCompanyWide } from "@/server/identity/rules/company-wide";
import { can, isPermission } from "@/server/identity/rules/permissions";
import {
  activeMembership,
  actorOf,
  type PortalSession,
  permissionsOf,
  restrictionOf,
  type SessionMembership,
} from "@/server/identity/rules/session";
import { openAccount } from "./account-caller";
import type { ApiContext } from "./context";
import { requireWithinLimits } from "./gates/rate-limits";
import { requireEntry, requireKeyEntry, requireSecondFactor } from "./gates/require-entry";
import { requireFeature } from "./gates/require-feature";
import { requireReauthentication } from "./gates/require-reauthentication";
import { requireStanding } from "./gates/require-standing";
import { openCompanyOfKey } from "./key-caller";
import { type ProcedureMeta, translatedProcedure } from "./trpc";

/** Every call counts, also one that is refused; what a door has counted already does not count twice. */
const countedProcedure = translatedProcedure.use(async ({ ctx, meta, next }) => {
  if (!ctx.isCounted) await requireWithinLimits(ctx, meta?.limit);
  return next();
});

/** A call by anybody: signing in, a link from a mail. Its meta says `public` and names a limit. */
export const publicProcedure = countedProcedure;

/** A call by someone who is signed in, about themselves; they may work for no company at all. A key is nobody. */
export const accountProcedure = countedProcedure.use(({ ctx, meta, next }) => {
  const caller = requireSession(ctx);
  requireReauthentication(meta, ctx);
  const companyOf = (session: PortalSession, membership: SessionMembership) => contextOf(ctx, { session, membership });
  return next({ ctx: { ...caller, ...openAccount(ctx, { ...caller, companyOf }) } });
});

/**
 * A call by someone who works for the active company, or by a key of it, with the permission that its meta names.
 * The transaction belongs to the command or query, so a subscription holds none.
 */
export const companyProcedure = countedProcedure.use(async ({ ctx, meta, type, next }) => {
  const { company, ...place } = await admitToCompany(ctx, meta);
  return next({ ctx: { ...place, company: { ...company, isReading: type === "query", ...ctx.transaction } } });
});

/** Everything that is asked before a call about a company; a door asks it before it gives an answer from memory, too. */
export async function admitToCompany(ctx: ApiContext, meta: ProcedureMeta | undefined) {
  if (ctx.apiKey) await requireKeyEntry(ctx.apiKey, ctx);
  const place = openCompany(ctx);
  const { session } = ctx;
  if (session) await requireEntry({ session, membership: place.membership, visitor: ctx });
  if (meta?.permission !== "signed_in") requirePermission(place.permissions, meta);
  if (isCompanyWide(meta?.permission ?? "")) requireAllBranches(place.company);
  requireReauthentication(meta, ctx);
  if (session?.kind === "api") requireFeature(place.membership.featureFlags, "mobile_api");
  if (meta?.feature) requireFeature(place.membership.featureFlags, meta.feature);
  return place;
}

/** A call by a person who works for the active company, never by a key. */
export const memberProcedure = companyProcedure.use(({ ctx, next }) => next({ ctx: requireSession(ctx) }));

/** Whose company a call is about, and what whoever calls may do there; throws for nobody, and for who works nowhere. */
export function openCompany(ctx: ApiContext) {
  if (ctx.apiKey) return openCompanyOfKey(ctx.apiKey, ctx);
  const { session } = requireSession(ctx);
  const membership = activeMembership(session);
  if (!membership) throw new AppError({ code: "FORBIDDEN", reason: "no_company" });
  if (!session.impersonation) requireStanding(membership);
  return { membership, permissions: permissionsOf(membership), company: contextOf(ctx, { session, membership }) };
}

interface Working {
  session: PortalSession;
  membership: SessionMembership;
}
function contextOf({ requestId, ip, userAgent }: ApiContext, { session, membership }: Working): CompanyContext {
  return companyContext({
    companyId: membership.companyId,
    actor: actorOf(session),
    requestId,
    restriction: restrictionOf(membership),
    permissions: new Set(permissionsOf(membership)),
    ip,
    userAgent,
  });
}

/** A call by an operator of the platform, over all tenants. */
export const platformProcedure = countedProcedure.use(({ ctx, meta, next }) => {
  const { session, token } = requireSession(ctx);
  requirePermission(session.user.isPlatformAdmin ? ROLE_PERMISSIONS.super_admin : [], meta);
  requireSecondFactor(session, null);
  requireReauthentication(meta, ctx);
  const companyOf = (of: PortalSession, membership: SessionMembership) => contextOf(ctx, { session: of, membership });
  const { adoptToken } = openAccount(ctx, { session, token, companyOf });
  const { id: userId, name } = session.user;
  const { requestId, ip, userAgent } = ctx;
  const actor = { kind: "operator", userId, name } as const;
  const platform: PlatformContext = { actor, now: new Date(), requestId, ip, userAgent };
  return next({ ctx: { session, token, platform, adoptToken } });
});

function requireSession({ session, token, apiKey }: ApiContext) {
  if (apiKey) throw new AppError({ code: "FORBIDDEN", reason: "not_for_api_keys" });
  if (!session || !token) throw new AppError({ code: "UNAUTHENTICATED", reason: "signed_out" });
  return { session, token };
}

function requirePermission(held: readonly string[], meta: ProcedureMeta | undefined): void {
  const permission = meta?.permission ?? "";
  if (isPermission(permission) && can(held, permission)) return;
  throw new AppError({ code: "FORBIDDEN", reason: "permission_missing", details: { permission } });
}
