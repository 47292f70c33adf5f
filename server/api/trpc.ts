import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { AppError, ERROR_STATUS } from "@/server/core/errors";
import { isStorable } from "@/server/core/json";
import type { LimitName } from "@/server/core/limits";
import type { Permission } from "@/server/identity/rules/permissions";
import type { FeatureFlag } from "@/server/tenancy/rules/feature-flags";
import type { ApiContext } from "./context";
import { fieldMessages, messageOf } from "./message";
import { failureOf, refuse } from "./refusal";
import { noteRefusal } from "./refusal-log";

/** What a procedure says about itself; every door is built from it. */
export interface ProcedureMeta {
  /** `public`: anybody; `account`: whoever is signed in; `signed_in`: whoever works for the company, whatever their role. */
  permission?: Permission | "public" | "account" | "signed_in";
  /** Method and path of the REST operation, such as `GET /customers/{id}`; `{id=membershipId}` names the input's field. */
  rest?: string;
  /** `plain`: the answer is the output itself, without `data` around it, because the API promised that shape. */
  shape?: "plain";
  /** Where a reader finds what this one makes, such as `/appointments/{appointmentId}`; otherwise told by the paths. */
  created?: string;
  /** What a list's `order` sorts by, as the API calls it. */
  sortedBy?: string;
  /** As much JSON as it takes through the API, where that is more than usual. */
  maxBytes?: number;
  /** The name of its rate limit. */
  limit?: LimitName;
  /** Answers FEATURE_DISABLED where operators switched it off. */
  feature?: FeatureFlag;
  /** Asks again who they are when that was not proved within the last minutes. */
  reauthentication?: true;
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

/** The one place where a call's error becomes an answer; no text that the database can't store gets any further. */
export const translatedProcedure = t.procedure
  .use(async ({ ctx, path, next }) => {
    const result = await next();
    if (result.ok) return result;
    const refusal = refuse(result.error, ctx.requestId);
    noteRefusal(ctx, path, failureOf(refusal, ctx.requestId));
    throw refusal;
  })
  .use(async ({ getRawInput, next }) => {
    if (!isStorable(await getRawInput())) throw new AppError({ code: "VALIDATION_ERROR", reason: "invalid_input" });
    return next();
  });
