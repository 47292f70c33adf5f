import { answerAt } from "@/server/api/door";
import { doorContext, isOperator } from "@/server/api/door-context";
import { appRouter } from "@/server/api/root";

export const dynamic = "force-dynamic";

/** For monitoring, with a key or a session: an operator hears of the platform, anybody else of their own company. */
export async function GET(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/health/detailed" }, request, async (note, answer) => {
    const context = await doorContext(request, { note, answer });
    const { operations, platform } = appRouter.createCaller(context);
    const health = await (isOperator(context) ? platform.operations.getHealth() : operations.getHealth());
    return Response.json(health, { status: health.status === "down" ? 503 : 200 });
  });
}
