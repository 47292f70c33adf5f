import { answerAt } from "@/server/api/door";
import { doorContext } from "@/server/api/door-context";
import { requireWithinLimits } from "@/server/api/gates/rate-limits";
import { requireSameOrigin } from "@/server/api/gates/same-origin";
import { readBytes } from "@/server/api/http";
import { admitToCompany } from "@/server/api/procedures";
import { appRouter } from "@/server/api/root";
import { MOST_FILE_BYTES } from "@/server/appointments/imports/schema";

export const dynamic = "force-dynamic";

/** Ten megabytes over a slow line of a business. */
const UPLOAD_MS = 180_000;

/** A browser sends the file as it is, once it is known that it may; everything else is the procedure's. */
export async function POST(request: Request): Promise<Response> {
  return answerAt({ channel: "api", route: "/api/imports/appointments" }, request, async (note, answer) => {
    requireSameOrigin(request);
    const context = { ...(await doorContext(request, { note, answer })), isCounted: true };
    await requireWithinLimits(context);
    await admitToCompany(context, { permission: "import_appointments" });
    const { searchParams } = new URL(request.url);
    const about = { branchId: searchParams.get("branchId") ?? "", fileName: searchParams.get("fileName") ?? "" };
    const file = await readBytes(request, { maxBytes: MOST_FILE_BYTES, maxMs: UPLOAD_MS });
    const { id } = await appRouter
      .createCaller(context)
      .imports.upload({ ...about, fileBase64: file.toString("base64") });
    return Response.json({ importId: id });
  });
}
