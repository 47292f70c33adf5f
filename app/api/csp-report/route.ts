import { answerAt } from "@/server/api/door";
import { readJson } from "@/server/api/http";
import { visitorOf } from "@/server/api/visitor";
import { networkOf } from "@/server/core/request-limits/network-of";
import { requireWithin } from "@/server/core/request-limits/require-within";
import { recordPolicyReport } from "@/server/operations/commands/record-policy-report";

export const dynamic = "force-dynamic";

/** Browsers tell here what a page tried that its content security policy forbids. */
export async function POST(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/csp-report" }, request, async () => {
    const subject = networkOf(visitorOf(request.headers).ip ?? "unknown");
    await requireWithin([{ name: "reports", subject }], { whenDown: "closed" });
    recordPolicyReport(await readJson(request, { maxBytes: 20_000 }));
    return new Response(null, { status: 204 });
  });
}
