import { answerAt } from "@/server/api/door";
import { getHealth } from "@/server/operations/queries/get-health";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/health", isQuiet: true }, request, async () => {
    const health = await getHealth();
    return Response.json(health, {
      status: health.status === "down" ? 503 : 200,
      headers: { "cache-control": "no-store" },
    });
  });
}
