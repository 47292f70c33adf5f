import type { z } from "zod";
import { Refused, type Reply } from "../http/route";

export function refusal(status: number, message: string): Reply {
  return { status, body: { status: "error", message } };
}

export function parseOrRefuse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refused(refusal(400, `${issue?.path.join(".") || "body"}: ${issue?.message}`));
}

/** An asset that isn't there is 422 for most resources, as the vendor's reference has it. */
export function requireAsset<T>(found: T | undefined, status = 422): T {
  if (found !== undefined) return found;
  throw new Refused(refusal(status, "Cannot find requested asset under given api key."));
}
