import { answerAt } from "../../door";
import { doorContext } from "../../door-context";
import { requireWithinLimits } from "../../gates/rate-limits";
import { etagOf, isUnchanged } from "../etag";
import { BASE } from "../resource-path";
import { documentText } from "./document";

/** The document, for anybody and for the pages of any origin: it holds nothing of a company. */
export function handleDocument(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: `${BASE}/openapi.json` }, request, async (note, answer) => {
    await requireWithinLimits(await doorContext(request, { note, answer }));
    const text = documentText();
    const etag = etagOf(text, null);
    const headers = { etag, "cache-control": "public, max-age=300", "access-control-allow-origin": "*" };
    if (isUnchanged(request, etag)) return new Response(null, { status: 304, headers });
    return new Response(text, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } });
  });
}
