import type { z } from "zod";
import { Refused, type Reply, type SandboxRequest } from "../http/route";

const NAMES: Record<number, [name: string, reason: string]> = {
  400: ["BadRequestException", "Bad Request"],
  401: ["UnauthorizedException", "Unauthorized"],
  403: ["ForbiddenException", "Forbidden"],
  404: ["NotFoundException", "Not Found"],
  409: ["ConflictException", "Conflict"],
  422: ["UnprocessableEntityException", "Unprocessable Entity"],
  429: ["ThrottlerException", "Too Many Requests"],
};

function envelope(request: SandboxRequest, error: Record<string, unknown>): Record<string, unknown> {
  return { status: "error", timestamp: new Date().toISOString(), path: request.path, error };
}

/** First of three error shapes: what the framework's own exceptions become. */
export function frameworkError(request: SandboxRequest, status: number, message: string): Reply {
  const [code, reason] = NAMES[status] ?? ["HttpException", "Error"];
  return {
    status,
    body: envelope(request, { code, message, details: { message, error: reason, statusCode: status } }),
  };
}

/** The same shape for a body that fails validation: the message says nothing, the details say it all. */
export function validationError(request: SandboxRequest, issues: z.core.$ZodIssue[]): Reply {
  const errors = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) =>
          constraint([...issue.path, key], "whitelistValidation", `property ${key} should not exist`),
        )
      : [constraint(issue.path, "isValid", `${issue.path.join(".") || "body"}: ${issue.message}`)],
  );
  const error = { code: "BadRequestException", message: "Bad Request Exception", details: { errors } };
  return { status: 400, body: envelope(request, error) };
}

function constraint(path: PropertyKey[], name: string, message: string) {
  return { property: path.map(String).join("."), constraints: { [name]: message } };
}

/** Second shape: the filters for databases, zod and tRPC; the same envelope without details. */
export function filteredError(
  request: SandboxRequest,
  status: number,
  error: { code: string; message: string },
): Reply {
  return { status, body: envelope(request, error) };
}

/** Third shape: errors of the core pass every filter and arrive bare, without `status`. */
export function bareError(status: number, message: string): Reply {
  return { status, body: { statusCode: status, message } };
}

export function parseOrRefuse<S extends z.ZodType>(request: SandboxRequest, schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Refused(validationError(request, parsed.error.issues));
  return parsed.data;
}
