import { answerAt } from "@/server/api/door";
import { doorContext } from "@/server/api/door-context";
import { requireSameOrigin } from "@/server/api/gates/same-origin";
import { readBytes } from "@/server/api/http";
import { appRouter } from "@/server/api/root";
import { MAX_PICTURE_BYTES } from "@/server/identity/profile/schema";

export const dynamic = "force-dynamic";

/** A browser sends the picture as it is; everything else is the procedure's. */
export async function POST(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/account/avatar" }, request, async (note, answer) => {
    requireSameOrigin(request);
    const context = await doorContext(request, { note, answer });
    const picture = await readBytes(request, { maxBytes: MAX_PICTURE_BYTES });
    const image = picture.toString("base64");
    return Response.json(await appRouter.createCaller(context).profile.setAvatar({ image }));
  });
}
