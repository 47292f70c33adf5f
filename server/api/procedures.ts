import { type CompanyContext, companyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import type { PlatformContext } from "@/server/core/platform";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { can, isPermission } from "@/server/identity/rules/permissions";
import { activeMembership, actorOf, permissionsOf, restrictionOf } from "@/server/identity/rules/session";
import type { ApiContext } from "./context";
import { requireFeature } from "./gates/require-feature";
import { requireStanding } from "./gates/require-standing";
import { type ProcedureMeta, translatedProcedure } from "./trpc";

/** A call by anybody: signing in, a link from a mail. Its meta says `public` and names a limit. */
export const publicProcedure = translatedProcedure;

/** A call by someone who is signed in, about themselves; they may work for no company at all. */
export const accountProcedure = translatedProcedure.use(({ ctx, next }) => next({ ctx: requireSession(ctx) }));

/**
 * A call by someone who works for the active company, with the permission that its meta names.
 * The transaction belongs to the command or query, so a subscription holds none.
 */
export const companyProcedure = translatedProcedure.use(({ ctx, meta, next }) => {
  const { company, ...place } = openCompany(ctx);
  if (meta?.permission !== "signed_in") requirePermission(place.permissions, meta);
  if (meta?.feature) requireFeature(place.membership.featureFlags, meta.feature);
  return next({ ctx: { ...place, company: { ...company, ...ctx.transaction } } });
});

/** Whose company a call is about, and what whoever calls may do there; throws for nobody, and for who works nowhere. */
export function openCompany(ctx: ApiContext) {
  const { session, token } = requireSession(ctx);
  const membership = activeMembership(session);
  if (!membership) throw new AppError({ code: "FORBIDDEN", reason: "no_company" });
  if (!session.impersonation) requireStanding(membership);
  const permissions = permissionsOf(membership);
  const company: CompanyContext = companyContext({
    companyId: membership.companyId,
    actor: actorOf(session),
    requestId: ctx.requestId,
    restriction: restrictionOf(membership),
    permissions: new Set(permissions),
    ip: ctx.ip,
    userAgent: ctx.userAgent,
  });
  return { session, token, membership, permissions, company };
}

/** A call by an operator of the platform, over all tenants. */
export const platformProcedure = translatedProcedure.use(({ ctx, meta, next }) => {
  const { session, token } = requireSession(ctx);
  requirePermission(session.user.isPlatformAdmin ? ROLE_PERMISSIONS.super_admin : [], meta);
  const { id: userId, name } = session.user;
  const { requestId, ip, userAgent } = ctx;
  const actor = { kind: "operator", userId, name } as const;
  const platform: PlatformContext = { actor, now: new Date(), requestId, ip, userAgent };
  return next({ ctx: { session, token, platform } });
});

function requireSession({ session, token }: ApiContext) {
  if (!session || !token) throw new AppError({ code: "UNAUTHENTICATED", reason: "signed_out" });
  return { session, token };
}

function requirePermission(held: readonly string[], meta: ProcedureMeta | undefined): void {
  const permission = meta?.permission ?? "";
  if (isPermission(permission) && can(held, permission)) return;
  throw new AppError({ code: "FORBIDDEN", reason: "permission_missing", details: { permission } });
}
