import type { Edit } from "./history";
import { uidsOf } from "./last-word";
import { look } from "./look";
import type { World } from "./world";

interface Said {
  appointmentId: string;
  type: "rescheduled" | "cancelled";
  startsAt: string | null;
  uids: string[];
  /** How long after the beginning of the whole its parts begin: what is moved over there is one of them. */
  offsets: number[];
}

/** What the history says was done at Cal.com, with every uid that the appointment had there. */
const SAID_THERE = `
  SELECT m.appointment_id AS "appointmentId", m.type::text, m.new_values ->> 'startsAt' AS "startsAt",
    (SELECT coalesce(array_agg(u.uid), '{}') FROM calcom_event_maps c,
      unnest(array_append(c.former_booking_uids, c.calcom_booking_uid)) AS u (uid)
     WHERE c.appointment_id = m.appointment_id AND u.uid IS NOT NULL) AS uids,
    (SELECT coalesce(array_agg((extract(epoch FROM s.starts_at - a.starts_at) * 1000)::int), '{0}')
     FROM appointments a JOIN appointment_segments s ON s.appointment_id = a.id AND s.occupies_staff
     WHERE a.id = m.appointment_id) AS offsets
  FROM appointment_modifications m
  WHERE m.company_id = $1 AND m.actor ->> 'kind' = 'calcom' AND m.type IN ('rescheduled', 'cancelled')
  ORDER BY m.occurred_at, m.id`;

/** Cal.com is never said to have done what was done here: each such entry goes back to somebody's doing over there. */
export async function checkSaidThere(world: World): Promise<void> {
  const entries = await look<Said>({ text: SAID_THERE, values: [world.company.companyId] });
  for (const { appointmentId, type, startsAt, uids, offsets } of entries) {
    const ever = uidsOf(world, uids);
    const isDoing = ({ side, of, what, startsAt: to }: Edit) =>
      side === "there" &&
      ever.has(of) &&
      (type === "cancelled"
        ? what === "is off"
        : startsAt === null || offsets.some((by) => to === Date.parse(startsAt) + by));
    if (world.history.edits.some(isDoing)) continue;
    world.wrongs.push(`appointment ${appointmentId} is said to be ${type} there (${startsAt}), where nobody did that`);
  }
}
