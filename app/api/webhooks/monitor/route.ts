import { answerAt } from "@/server/api/door";
import { doorContext, isOperator } from "@/server/api/door-context";
import { appRouter } from "@/server/api/root";

export const dynamic = "force-dynamic";

/** For monitoring, with a key or a session: an operator hears of every company's deliveries, anybody else of their own. */
export async function GET(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/webhooks/monitor" }, request, async (note, answer) => {
    const context = await doorContext(request, { note, answer });
    const { webhooks, platform } = appRouter.createCaller(context);
    const monitor = await (isOperator(context) ? platform.webhooks.getMonitor() : webhooks.getMonitor());
    return Response.json(monitor, { headers: { "cache-control": "no-store" } });
  });
}
