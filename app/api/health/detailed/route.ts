import { createContext } from "@/server/api/context";
import { answerAt, callerOf } from "@/server/api/door";
import { requestId } from "@/server/api/http";
import { appRouter } from "@/server/api/root";

export const dynamic = "force-dynamic";

/** For monitoring, with a key or a session: an operator hears of the platform, anybody else of their own company. */
export async function GET(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/health/detailed" }, request, async (note) => {
    const context = { ...(await createContext(request.headers)), requestId: requestId(request) };
    note(callerOf(context));
    const { operations, platform } = appRouter.createCaller(context);
    const isOperator = context.session?.user.isPlatformAdmin && !context.session.impersonation;
    const health = await (isOperator ? platform.operations.getHealth() : operations.getHealth());
    return Response.json(health, { status: health.status === "down" ? 503 : 200 });
  });
}
