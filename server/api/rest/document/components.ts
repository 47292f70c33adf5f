import { ERROR_STATUS, type ErrorCode } from "@/server/core/errors";

const CODES = Object.keys(ERROR_STATUS) as ErrorCode[];
export const ref = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });

const TITLES: Record<number, string> = {
  400: "What was sent can't be taken; `errors` names the fields.",
  401: "Nobody is signed in, or they have to prove more of who they are.",
  402: "The balance is not enough.",
  403: "It is not theirs to do.",
  404: "There is none. What another company owns is not there either.",
  409: "It is taken, changed meanwhile, or not possible in its state.",
  410: "The reservation has run out.",
  412: "It is not as If-Match says any more.",
  413: "Too much was sent.",
  422: "A policy does not allow it, or the Idempotency-Key was used for something else.",
  423: "The account is locked for a while.",
  429: "Too many requests; Retry-After says when.",
  500: "It is our fault.",
  503: "Under maintenance, or a service behind us does not answer.",
};

/** Where a page of a list stands. */
export const LIST_META = {
  type: "object",
  required: ["page", "per_page", "total", "next_cursor"],
  properties: {
    page: { type: ["integer", "null"], description: "Null behind a cursor.", default: 1 },
    per_page: { type: "integer", default: 25 },
    total: { type: ["integer", "null"], description: "Null where counting would take too long.", default: 1 },
    next_cursor: {
      type: ["string", "null"],
      description: "The way to the next page; null on the last one.",
      default: null,
    },
  },
};

/** Which answers an operation may give beside its own. */
export const ERROR_STATUSES = [...new Set(Object.values(ERROR_STATUS))].sort((a, b) => a - b);

const errorSchema = {
  type: "object",
  required: ["success", "error"],
  properties: {
    success: { const: false },
    error: {
      type: "object",
      required: ["code", "message", "request_id"],
      properties: {
        code: ref("schemas", "ErrorCode"),
        message: {
          type: "string",
          description: "A sentence for a person, in the language of Accept-Language (de, en).",
        },
        details: { type: "object", description: "More for a program, by code.", additionalProperties: true },
        errors: {
          type: "array",
          description: "The fields that can't be taken, with VALIDATION_ERROR.",
          items: {
            type: "object",
            required: ["field", "message"],
            properties: { field: { type: "string" }, message: { type: "string" } },
          },
        },
        request_id: { type: "string", description: "As in the header X-Request-Id, and in our logs." },
      },
    },
  },
};

function errorResponseOf(status: number) {
  const codes = CODES.filter((code) => ERROR_STATUS[code] === status);
  const example = {
    success: false,
    error: { code: codes[0], message: TITLES[status], request_id: "01a1fc68-5b42-7649" },
  };
  return {
    description: `${TITLES[status] ?? "Refused."} ${codes.map((code) => `\`${code}\``).join(", ")}`,
    headers: status === 429 ? { "Retry-After": ref("headers", "RetryAfter"), ...LIMIT_HEADERS } : {},
    content: { "application/json": { schema: ref("schemas", "Error"), example } },
  };
}

export const LIMIT_HEADERS = {
  "X-RateLimit-Limit": ref("headers", "RateLimitLimit"),
  "X-RateLimit-Remaining": ref("headers", "RateLimitRemaining"),
  "X-RateLimit-Reset": ref("headers", "RateLimitReset"),
};

const header = (description: string, type = "integer") => ({ description, schema: { type } });

export const COMPONENTS = {
  schemas: {
    ErrorCode: { type: "string", enum: CODES, description: "Stable: they may become more, but never change." },
    Error: errorSchema,
    ListMeta: LIST_META,
  },
  responses: Object.fromEntries(ERROR_STATUSES.map((status) => [`Error${status}`, errorResponseOf(status)])),
  headers: {
    RateLimitLimit: header("How many requests the nearest limit takes in its window."),
    RateLimitRemaining: header("How many of them are left."),
    RateLimitReset: header("When the window ends, in seconds since 1970."),
    RetryAfter: header("In how many seconds to try again."),
    ETag: header("Of this state; for If-None-Match and If-Match.", "string"),
    Location: header("Where to read what was made.", "string"),
    IdempotencyReplayed: header("`true` on the answer of an earlier request with the same key.", "string"),
  },
  parameters: {
    Page: query("page", "The number of a page, from 1; not together with `cursor`.", { type: "integer", minimum: 1 }),
    PerPage: query("per_page", "How many rows a page has.", { type: "integer", minimum: 1, maximum: 100, default: 25 }),
    Cursor: query("cursor", "`next_cursor` of the page before: new rows never shift a page.", { type: "string" }),
    IdempotencyKey: sent(
      "Idempotency-Key",
      "The same key and content within 24 hours: the first answer again, nothing twice.",
    ),
    IfMatch: sent("If-Match", "An ETag: the change happens to that state only, else 412."),
    IfNoneMatch: sent("If-None-Match", "An ETag: 304 when nothing has changed."),
    CompanyId: sent(
      "X-Company-Id",
      "For a key that is for a whole group: the business that is meant; without it the one that keeps the key.",
    ),
    AcceptLanguage: sent("Accept-Language", "The language of messages: `de` or `en`."),
  },
  securitySchemes: {
    apiKey: {
      type: "apiKey",
      in: "header",
      name: "X-API-Key",
      description: "An API key of the company (Settings → API keys).",
    },
    bearer: { type: "http", scheme: "bearer", description: "A token of `POST /auth/login`, or an API key." },
    session: {
      type: "apiKey",
      in: "cookie",
      name: "portal_session",
      description: "Whoever is signed in to the portal.",
    },
  },
};

function query(name: string, description: string, schema: object) {
  return { name, in: "query", description, schema };
}

function sent(name: string, description: string) {
  return { name, in: "header", description, schema: { type: "string" } };
}
