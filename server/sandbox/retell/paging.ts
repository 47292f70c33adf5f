import { z } from "zod";
import { ok, type Reply, type SandboxRequest } from "../http/route";
import { parseOrRefuse } from "./refusals";

const page = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  pagination_key: z.string().optional(),
});

/** A part of a list and the key that the next one begins after. */
export function listPage<T>(request: SandboxRequest, records: Map<string, T>): Reply {
  const { limit, pagination_key } = parseOrRefuse(page, Object.fromEntries(request.query));
  const keys = [...records.keys()];
  const first = pagination_key === undefined ? 0 : keys.indexOf(pagination_key) + 1;
  const shown = keys.slice(first, first + limit);
  const items = shown.flatMap((key) => records.get(key) ?? []);
  const has_more = first + limit < keys.length;
  return ok({ items, has_more, ...(has_more ? { pagination_key: shown.at(-1) } : {}) });
}
