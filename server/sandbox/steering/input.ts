import type { z } from "zod";
import { jsonBody, Refused, type SandboxRequest } from "../http/route";

export function steeringInput<S extends z.ZodType>(request: SandboxRequest, schema: S): z.output<S> {
  const parsed = schema.safeParse(jsonBody(request));
  if (parsed.success) return parsed.data;
  throw new Refused({ status: 400, body: { error: "invalid input", issues: parsed.error.issues } });
}

export function refuseSteering(status: number, error: string): Refused {
  return new Refused({ status, body: { error } });
}
