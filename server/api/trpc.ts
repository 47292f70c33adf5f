import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { type CompanyContext, companyContext } from "@/server/core/context";
import { AppError, ERROR_STATUS } from "@/server/core/errors";
import { isStorable } from "@/server/core/json";
import { can, type Permission } from "@/server/identity/rules/permissions";
import { activeMembership, permissionsOf, restrictionOf } from "@/server/identity/rules/session";
import type { ApiContext } from "./context";
import { fieldMessages, messageOf } from "./message";
import { failureOf, refuse } from "./refusal";

/** What a procedure says about itself; every door is built from it. */
export interface ProcedureMeta {
  /** `signed_in`: whoever works for the company, whatever their role. */
  permission?: Permission | "signed_in";
  /** Method and path of the REST operation, such as `GET /customers/{id}`. */
  rest?: string;
  /** The name of its rate limit. */
  limit?: string;
  audit?: string;
}

const t = initTRPC
  .context<ApiContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter({ shape, error, ctx }) {
      const { requestId = "unknown", locale = "de" } = ctx ?? {};
      const failure = failureOf(error, requestId);
      const { code, reason, details, fields } = failure;
      const message = messageOf(failure, locale);
      const errors = fields && fieldMessages(fields, locale);
      return {
        code: shape.code,
        message,
        data: { code, httpStatus: ERROR_STATUS[code], reason, message, details, errors, requestId },
      };
    },
  });

export const { router, createCallerFactory } = t;

/** The one place where a call's error becomes an answer. */
const translated = t.procedure.use(async ({ ctx, next }) => {
  const result = await next();
  if (!result.ok) throw refuse(result.error, ctx.requestId);
  return result;
});

/**
 * A call by someone who is signed in and works for the active company, with the permission that its meta names.
 * The transaction belongs to the command or query, so a subscription holds none.
 */
const signedInProcedure = translated.use(({ ctx, meta, next }) => {
  const { session, token } = ctx;
  if (!session || !token) throw new AppError({ code: "UNAUTHENTICATED", reason: "signed_out" });
  const membership = activeMembership(session);
  if (!membership) throw new AppError({ code: "FORBIDDEN", reason: "no_company" });
  const permissions = permissionsOf(membership);
  const permission = meta?.permission;
  if (permission !== "signed_in" && !(permission && can(permissions, permission))) {
    throw new AppError({ code: "FORBIDDEN", reason: "permission_missing", details: { permission } });
  }
  const company: CompanyContext = companyContext({
    companyId: membership.companyId,
    actor: { kind: "user", userId: session.user.id, name: session.user.name },
    requestId: ctx.requestId,
    restriction: restrictionOf(membership),
    ip: ctx.ip,
    userAgent: ctx.userAgent,
  });
  return next({ ctx: { session, token, membership, permissions, company } });
});

/** Every procedure begins here; no text that the database can't store gets any further. */
export const companyProcedure = signedInProcedure.use(async ({ getRawInput, next }) => {
  if (!isStorable(await getRawInput())) throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_input" });
  return next();
});
