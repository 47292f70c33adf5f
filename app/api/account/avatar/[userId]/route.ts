import { answerAt } from "@/server/api/door";
import { doorContext } from "@/server/api/door-context";
import { pictureAnswer } from "@/server/api/picture-answer";
import { appRouter } from "@/server/api/root";
import { notFound } from "@/server/core/errors";

export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: { params: Promise<{ userId: string }> }): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/account/avatar/{userId}" }, request, async (note, answer) => {
    const context = await doorContext(request, { note, answer });
    const avatar = await appRouter.createCaller(context).profile.findAvatar(await params);
    if (!avatar) throw notFound("picture");
    return pictureAnswer(request, avatar);
  });
}
