import { DAY } from "@/server/core/time";
import type { Provider } from "../http/provider";
import { bearerToken, jsonBody, ok, type Reply, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { checkEmail } from "./email-input";
import { acceptEmail, emailView } from "./emails";

function refusal(statusCode: number, name: string, message: string): Reply {
  return { status: statusCode, body: { statusCode, name, message } };
}

const TOO_MANY: Reply = {
  ...refusal(429, "rate_limit_exceeded", "Too many requests. You can only make 5 requests per second."),
  headers: { "retry-after": "1", "ratelimit-limit": "5", "ratelimit-remaining": "0", "ratelimit-reset": "1" },
};

/** So many requests in any second; no limit unless the sandbox was started with one. */
function isTooFast({ resend, config, now }: Sandbox): boolean {
  const limit = config.resendRateLimit ?? 0;
  if (limit === 0) return false;
  const at = now().getTime();
  resend.recent = [...resend.recent.filter((before) => at - before < 1000), at];
  return resend.recent.length > limit;
}

export function resendProvider(sandbox: Sandbox): Provider {
  return {
    name: "resend",
    routes: [
      route("POST /emails", (request) =>
        once(sandbox, request, (body) => {
          const wrong = checkEmail(body);
          if (wrong) return refusal(wrong.status, wrong.name, wrong.message);
          return ok({ id: acceptEmail(sandbox, body).id });
        }),
      ),
      route("POST /emails/batch", (request) =>
        once(sandbox, request, (body) =>
          acceptBatch(sandbox, body, request.headers["x-batch-validation"] === "permissive"),
        ),
      ),
      route("GET /domains", () => ok({ object: "list", has_more: false, data: [] })),
      route("GET /emails/:id", ({ params: { id = "" } }) => {
        const email = sandbox.resend.emails.get(id);
        return email ? ok(emailView(email)) : refusal(404, "not_found", "Email not found");
      }),
      route("POST /emails/:id/cancel", ({ params: { id = "" } }) => {
        const email = sandbox.resend.emails.get(id);
        if (!email) return refusal(404, "not_found", "Email not found");
        if (email.status !== "scheduled") return refusal(422, "validation_error", "Email is not scheduled");
        email.status = "canceled";
        return ok({ object: "email", id });
      }),
    ],
    guard(request) {
      const key = bearerToken(request);
      if (!key) return refusal(401, "missing_api_key", "Missing API key in the authorization header");
      if (key !== sandbox.config.resendApiKey) return refusal(403, "invalid_api_key", "API key is invalid");
      return isTooFast(sandbox) ? TOO_MANY : null;
    },
    refuse: {
      notFound: () => refusal(404, "not_found", "The requested endpoint does not exist"),
      malformed: () => refusal(400, "validation_error", "The request body is not valid JSON"),
      error_500: () => refusal(500, "internal_server_error", "An unexpected error occurred"),
      rate_limit: () => TOO_MANY,
    },
  };
}

/** All or none in the default strict mode, each for itself in the permissive one; without attachments. */
function acceptBatch(sandbox: Sandbox, body: unknown, isPermissive: boolean): Reply {
  if (!Array.isArray(body) || body.length === 0 || body.length > 100) {
    return refusal(422, "validation_error", "The batch must contain between 1 and 100 emails");
  }
  const checked = body.map((email, index) => ({ email, index, wrong: checkBatched(email) }));
  const refused = checked.flatMap(({ index, wrong }) => (wrong ? [{ index, ...wrong }] : []));
  const [first] = refused;
  if (first && !isPermissive) return refusal(first.status, first.name, first.message);
  const data = checked.filter(({ wrong }) => !wrong).map(({ email }) => ({ id: acceptEmail(sandbox, email).id }));
  if (!isPermissive) return ok({ data });
  return ok({ data, errors: refused.map(({ index, message }) => ({ index, message })) });
}

function checkBatched(email: unknown) {
  const wrong = checkEmail(email);
  if (wrong) return wrong;
  if (!(email as { attachments?: unknown }).attachments) return null;
  return { status: 422, name: "validation_error", message: "Attachments are not supported in batch emails" };
}

/** The same key within 24 hours gives the first answer again; with another payload it is refused. */
function once({ resend, now }: Sandbox, request: SandboxRequest, work: (body: unknown) => Reply): Reply {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return work(jsonBody(request));
  if (typeof key !== "string" || key.length < 1 || key.length > 256) {
    return refusal(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
  }
  const known = resend.remembered.get(key);
  const at = now().getTime();
  if (known && at - known.at < DAY) {
    if (known.payload === request.raw) return ok(known.answer);
    const message = "This idempotency key was already used with a different request payload.";
    return refusal(409, "invalid_idempotent_request", message);
  }
  const reply = work(jsonBody(request));
  if (reply.status === 200) resend.remembered.set(key, { at, payload: request.raw, answer: reply.body });
  return reply;
}
