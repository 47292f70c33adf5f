import { answerAt } from "@/server/api/door";
import { doorContext } from "@/server/api/door-context";
import { requireWithinLimits } from "@/server/api/gates/rate-limits";
import { requireSameOrigin } from "@/server/api/gates/same-origin";
import { readBytes } from "@/server/api/http";
import { pictureAnswer } from "@/server/api/picture-answer";
import { admitToCompany } from "@/server/api/procedures";
import { appRouter } from "@/server/api/root";
import { MAX_PHOTO_BYTES } from "@/server/staff/photos/schema";

export const dynamic = "force-dynamic";

const ROUTE = "/api/staff/{staffId}/photo";
/** Five megabytes over a slow line. */
const UPLOAD_MS = 120_000;

interface Place {
  params: Promise<{ staffId: string }>;
}

export async function GET(request: Request, { params }: Place): Promise<Response> {
  return answerAt({ channel: "api", route: ROUTE }, request, async (note, answer) => {
    const context = await doorContext(request, { note, answer });
    const photo = await appRouter.createCaller(context).staffPhotos.find(await params);
    return pictureAnswer(request, photo);
  });
}

/** A browser sends the photo as it is, once it is known that it may; everything else is the procedure's. */
export async function POST(request: Request, { params }: Place): Promise<Response> {
  return answerAt({ channel: "api", route: ROUTE }, request, async (note, answer) => {
    requireSameOrigin(request);
    const context = { ...(await doorContext(request, { note, answer })), isCounted: true };
    await requireWithinLimits(context, "uploads");
    await admitToCompany(context, { permission: "edit_staff" });
    const photo = await readBytes(request, { maxBytes: MAX_PHOTO_BYTES, maxMs: UPLOAD_MS });
    const { staffId } = await params;
    return Response.json(
      await appRouter.createCaller(context).staffPhotos.set({ staffId, image: photo.toString("base64") }),
    );
  });
}
