import { answerAt } from "@/server/api/door";
import { doorContext } from "@/server/api/door-context";
import { requireWithinLimits } from "@/server/api/gates/rate-limits";
import { getCalendarFile } from "@/server/appointments/queries/get-calendar-file";

export const dynamic = "force-dynamic";

/** A customer's appointment for the calendar on their phone; the token in the address is the permission. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  return answerAt({ channel: "api", route: "/c/{token}/calendar.ics" }, request, async (note, answer) => {
    await requireWithinLimits(await doorContext(request, { note, answer }));
    return new Response(await getCalendarFile(await params), {
      headers: {
        "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
        "content-disposition": 'inline; filename="termin.ics"',
      },
    });
  });
}
