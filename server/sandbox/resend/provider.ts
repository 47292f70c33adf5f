import { DAY } from "@/server/core/time";
import type { Provider } from "../http/provider";
import { bearerToken, jsonBody, ok, type Reply, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { checkEmail } from "./email-input";
import { acceptEmail, emailView } from "./emails";

function refusal(statusCode: number, name: string, message: string): Reply {
  return { status: statusCode, body: { statusCode, name, message } };
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
      route("POST /emails/batch", (request) => once(sandbox, request, (body) => acceptBatch(sandbox, body))),
      route("GET /domains", () => ok({ object: "list", has_more: false, data: [] })),
      route("GET /emails/:id", ({ params: { id = "" } }) => {
        const email = sandbox.resend.emails.get(id);
        return email ? ok(emailView(email)) : refusal(404, "not_found", "Email not found");
      }),
    ],
    guard(request) {
      const key = bearerToken(request);
      if (!key) return refusal(401, "missing_api_key", "Missing API key in the authorization header");
      return key === sandbox.config.resendApiKey ? null : refusal(401, "invalid_api_key", "API key is invalid");
    },
    refuse: {
      notFound: () => refusal(404, "not_found", "The requested endpoint does not exist"),
      malformed: () => refusal(400, "validation_error", "The request body is not valid JSON"),
      error_500: () => refusal(500, "internal_server_error", "An unexpected error occurred"),
      rate_limit: () => ({
        ...refusal(429, "rate_limit_exceeded", "Too many requests. You can only make 5 requests per second."),
        headers: { "retry-after": "1", "ratelimit-limit": "5", "ratelimit-remaining": "0", "ratelimit-reset": "1" },
      }),
    },
  };
}

/** All or none, as in the default strict mode; without attachments. */
function acceptBatch(sandbox: Sandbox, body: unknown): Reply {
  if (!Array.isArray(body) || body.length === 0 || body.length > 100) {
    return refusal(422, "validation_error", "The batch must contain between 1 and 100 emails");
  }
  for (const each of body) {
    const wrong = checkEmail(each);
    if (wrong) return refusal(wrong.status, wrong.name, wrong.message);
    if (each.attachments) return refusal(422, "validation_error", "Attachments are not supported in batch emails");
  }
  return ok({ data: body.map((each) => ({ id: acceptEmail(sandbox, each).id })) });
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
