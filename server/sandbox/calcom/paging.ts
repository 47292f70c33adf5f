import { z } from "zod";
import type { SandboxRequest } from "../http/route";
import { parseOrRefuse } from "./errors";

const page = z.object({
  take: z.coerce.number().int().min(1).max(250).default(250),
  skip: z.coerce.number().int().min(0).default(0),
});

/** The part of a list that `take` and `skip` ask for; more than 250 at once are refused. */
export function pageOf<T>(request: SandboxRequest, all: T[]): T[] {
  const { take, skip } = parseOrRefuse(request, page, Object.fromEntries(request.query));
  return all.slice(skip, skip + take);
}
