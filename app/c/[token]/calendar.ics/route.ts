import { errorResponse } from "@/server/api/http";
import { getCalendarFile } from "@/server/appointments/queries/get-calendar-file";

export const dynamic = "force-dynamic";

/** A customer's appointment for the calendar on their phone; the token in the address is the permission. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  try {
    const file = await getCalendarFile(await params);
    return new Response(file, {
      headers: {
        "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
        "content-disposition": 'inline; filename="termin.ics"',
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return errorResponse(error, request);
  }
}
