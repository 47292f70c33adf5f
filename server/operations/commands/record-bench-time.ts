import { z } from "zod";
import { insertBenchTime } from "../repository/bench";

const time = z.object({
  staff_id: z.uuid(),
  starts_at: z.iso.datetime({ offset: true }),
  ends_at: z.iso.datetime({ offset: true }),
});

/**
 * The least that a booking can be: one row under the constraint that nobody is booked twice, committed. What bookings are
 * measured against.
 */
export async function recordBenchTime(body: string): Promise<void> {
  const { staff_id: staffId, starts_at: startsAt, ends_at: endsAt } = time.parse(JSON.parse(body));
  await insertBenchTime({ staffId, startsAt, endsAt });
}
