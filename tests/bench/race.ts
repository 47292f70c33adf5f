import pg from "pg";
import type { Demo } from "../e2e/support/demo";
import { race } from "../support/race";
import type { BenchCopy } from "./copy";
import type { Figure } from "./figure";
import { type FreeStart, findPlace, freeStarts, serviceOf, toRequest } from "./free-starts";

/** Fewer for a try: RACE_ROUNDS=3. */
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 100);
const ATTEMPTS = 500;

/** Whether one time is ever sold twice, by two app processes to five hundred who ask at once. */
export async function benchRace({ demo, addApp, whilePaused }: BenchCopy): Promise<Figure[]> {
  const urls = [demo.appUrl, await addApp()];
  const place = await findPlace(demo);
  const starts = await freeStarts(demo, { branchId: place.branchId, needed: ROUNDS });
  const appointments: number[] = [];
  const answers: Record<string, number> = {};
  let slowestMs = 0;
  await whilePaused("runner", async () => {
    for (const start of starts.slice(0, ROUNDS)) {
      const wish = {
        customer_id: place.customerId,
        branch_id: place.branchId,
        service_id: serviceOf(demo),
        ...toWish(start),
      };
      const { path, headers = {}, body = "" } = toRequest(demo, "/api/v2/bookings", wish);
      const heard = await race({ urls, attempts: ATTEMPTS, path, headers, body });
      for (const [kind, count] of Object.entries(heard.answers)) answers[kind] = (answers[kind] ?? 0) + count;
      slowestMs = Math.max(slowestMs, heard.slowestMs);
      appointments.push(await countAppointments(demo, start));
    }
  });
  return toFigures({ appointments, answers, slowestMs });
}

const toWish = ({ starts_at, staff_id }: FreeStart) => ({ starts_at, staff_id });

async function countAppointments({ platformDatabaseUrl, companyId }: Demo, { staff_id, starts_at }: FreeStart) {
  const platform = new pg.Client({ connectionString: platformDatabaseUrl });
  await platform.connect();
  try {
    const sql = `SELECT count(*)::int AS count FROM appointments
      WHERE company_id = $1 AND staff_id = $2 AND starts_at = $3 AND status <> 'cancelled'`;
    const { rows } = await platform.query<{ count: number }>(sql, [companyId, staff_id, starts_at]);
    return rows[0]?.count ?? 0;
  } finally {
    await platform.end();
  }
}

interface Outcome {
  /** In each round. */
  appointments: number[];
  answers: Record<string, number>;
  slowestMs: number;
}

const EXPECTED = ["201", "409 APPOINTMENT_CONFLICT"];

function toFigures({ appointments, answers, slowestMs }: Outcome): Figure[] {
  const exactlyOne = { goal: { atLeast: 1, atMost: 1 }, unit: "appointments" };
  const kinds = [...EXPECTED, ...Object.keys(answers).filter((kind) => !EXPECTED.includes(kind))];
  return [
    { name: "race.rounds", value: appointments.length, unit: "rounds" },
    { name: "race.fewestPerRound", value: Math.min(...appointments), ...exactlyOne },
    { name: "race.mostPerRound", value: Math.max(...appointments), ...exactlyOne },
    ...kinds.map((kind) => ({
      ...{ name: `race.answers.${kind.replaceAll(" ", "_")}`, value: answers[kind] ?? 0, unit: "answers" },
      ...(EXPECTED.includes(kind) ? {} : { goal: { atMost: 0 } }),
    })),
    { name: "race.slowestMs", value: Math.round(slowestMs), unit: "ms" },
  ];
}
