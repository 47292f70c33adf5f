import { NextRequest } from "next/server";
import { answerAt } from "@/server/api/door";
import { doorContext } from "@/server/api/door-context";
import { requireWithinLimits } from "@/server/api/gates/rate-limits";
import { readText } from "@/server/api/http";
import { handlers } from "@/server/identity/adapters/next-auth";

const DOOR = { channel: "api", route: "/api/auth" } as const;
const MAX_BYTES = 20_000;

export async function GET(request: NextRequest): Promise<Response> {
  return answerAt(DOOR, request, async (note, answer) => {
    await requireWithinLimits(await doorContext(request, { note, answer }));
    return handlers.GET(request);
  });
}

/** The library reads a form of any length: it gets one that has been read. */
export async function POST(request: NextRequest): Promise<Response> {
  return answerAt(DOOR, request, async (note, answer) => {
    await requireWithinLimits(await doorContext(request, { note, answer }));
    const { method, headers, url } = request;
    const body = await readText(request, { maxBytes: MAX_BYTES });
    return handlers.POST(new NextRequest(url, { method, headers, body }));
  });
}
