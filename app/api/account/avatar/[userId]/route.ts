import { createContext } from "@/server/api/context";
import { answerAt, callerOf } from "@/server/api/door";
import { requestId } from "@/server/api/http";
import { appRouter } from "@/server/api/root";
import { notFound } from "@/server/core/errors";

export const dynamic = "force-dynamic";

/** The address changes with the picture, so a browser may keep it; a shared cache may not. */
const CACHE = "private, max-age=604800, immutable";

export async function GET(request: Request, { params }: { params: Promise<{ userId: string }> }): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/account/avatar/{userId}" }, request, async (note) => {
    const context = { ...(await createContext(request.headers)), requestId: requestId(request) };
    note(callerOf(context));
    const avatar = await appRouter.createCaller(context).profile.findAvatar(await params);
    if (!avatar) throw notFound("picture");
    const etag = `"${avatar.digest}"`;
    const headers = { "content-type": "image/webp", "cache-control": CACHE, etag };
    if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
    return new Response(Buffer.from(avatar.image, "base64"), { headers });
  });
}
