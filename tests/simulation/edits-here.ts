import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { completeAppointment, confirmAppointment, markNoShow } from "@/server/appointments/commands/change-status";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { restoreAppointment } from "@/server/appointments/commands/restore-appointment";
import { undoReschedule } from "@/server/appointments/commands/undo-reschedule";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { MINUTE } from "@/server/core/time";
import { ownerOf } from "../support/actors";
import { bookHere, oneSession } from "./bookings-here";
import { changeSession } from "./classes-here";
import { type Edit, edited } from "./history";
import { look } from "./look";
import { LENGTHS } from "./offers";
import { collect, dueJobs, runJob } from "./runner";
import { slotIn } from "./slots";
import { letTimePass } from "./time-here";
import { happened, type World } from "./world";

const QUIET = { isConfirmed: true, notifyCustomer: false };

interface Chosen {
  ctx: CompanyContext;
  before: Row;
}

/** What the business does in its own calendar with one appointment; a refusal is an answer. */
const EDITS = {
  move: async (world: World, { ctx, before: { id: appointmentId, sessionId } }: Chosen) => {
    const session = sessionId ? await oneSession(world) : null;
    const to = { newStartsAt: session?.startsAt ?? slotIn(world), classSessionId: session?.id };
    return rescheduleAppointment(ctx, { appointmentId, ...to, ...QUIET });
  },
  reassign: async ({ chance, people }: World, { ctx, before: { id: appointmentId, startsAt: newStartsAt } }: Chosen) =>
    rescheduleAppointment(ctx, { appointmentId, newStartsAt, staffId: chance.oneOf(people)?.id, ...QUIET }),
  resize: async ({ chance }: World, { ctx, before: { id: appointmentId, startsAt: newStartsAt } }: Chosen) =>
    rescheduleAppointment(ctx, { appointmentId, newStartsAt, durationMinutes: chance.oneOf(LENGTHS), ...QUIET }),
  cancel: async (_: World, { ctx, before: { id: appointmentId } }: Chosen) =>
    cancelAppointment(ctx, { appointmentId, ...QUIET }),
  restore: async (_: World, { ctx, before: { id: appointmentId } }: Chosen) =>
    restoreAppointment(ctx, { appointmentId }),
  undo: async (_: World, { ctx, before: { id: appointmentId } }: Chosen) => undoReschedule(ctx, { appointmentId }),
  confirm: async (_: World, { ctx, before: { id: appointmentId } }: Chosen) =>
    confirmAppointment(ctx, { appointmentId }),
  noShow: async (_: World, { ctx, before: { id: appointmentId } }: Chosen) => markNoShow(ctx, { appointmentId }),
  complete: async (_: World, { ctx, before: { id: appointmentId } }: Chosen) =>
    completeAppointment(ctx, { appointmentId }),
};
type Did = "book" | "session" | keyof typeof EDITS;
const WEIGHTS: Record<Did, number> = {
  ...{
    book: 34,
    session: 5,
    move: 24,
    reassign: 8,
    resize: 6,
    cancel: 12,
    restore: 2,
    undo: 2,
    confirm: 6,
    noShow: 3,
    complete: 2,
  },
};

interface Row {
  id: string;
  serviceId: string;
  sessionId: string | null;
  status: string;
  version: number;
  startsAt: Date;
  endsAt: Date;
}
const COLUMNS = `SELECT id, service_id AS "serviceId", class_session_id AS "sessionId", status::text, version, starts_at AS "startsAt", ends_at AS "endsAt"
  FROM appointments`;
const ONE_ROW = { name: "one_row", text: `${COLUMNS} WHERE id = $1` };
const PLACES = { name: "places", text: `${COLUMNS} WHERE class_session_id = ANY($1) ORDER BY created_at, id` };

async function rowOf(id: string): Promise<Row> {
  const [row] = await look<Row>({ ...ONE_ROW, values: [id] });
  if (!row) throw new Error(`there is no appointment ${id}`);
  return row;
}
const placesIn = (world: World): Promise<Row[]> => look<Row>({ ...PLACES, values: [world.sessionIds] });

/** Says what was done; null where it was refused. */
export async function editHere(world: World): Promise<string | null> {
  const { chance, company, clock, history } = world;
  const what = history.appointmentIds.length < 3 ? "book" : chance.weighed(WEIGHTS);
  const ctx = ownerOf(company, clock.now());
  try {
    if (what === "book") note(world, await rowOf(await bookHere(world, ctx)), what);
    else if (what === "session") await editSession(world, ctx);
    else await editOne(world, ctx, what);
  } catch (error) {
    await collect(world);
    if (error instanceof AppError && error.status < 500) return null;
    throw error;
  }
  await collect(world);
  return `here: ${what}`;
}

async function editOne(world: World, ctx: CompanyContext, what: keyof typeof EDITS): Promise<void> {
  const { chance, history } = world;
  // What is older is seldom touched.
  const before = await rowOf(chance.oneOf(history.appointmentIds.slice(-25)) ?? "");
  await EDITS[what](world, { ctx, before });
  const after = await rowOf(before.id);
  if (after.version === before.version) return;
  note(world, after, what);
  if ((what === "move" || what === "cancel") && chance.happens(0.25)) await takeBack(world, after, what);
}

/** Minutes later it turns out to have been a mistake; what was written over there meanwhile was not. */
async function takeBack(world: World, before: Row, what: "move" | "cancel"): Promise<void> {
  const { chance, clock, company } = world;
  await collect(world);
  await letTimePass(world, chance.between(1, 9) * MINUTE);
  const [job] = dueJobs(world);
  if (job && chance.happens(0.6)) await runJob(world, job);
  const did = what === "move" ? "undo" : "restore";
  const current = await rowOf(before.id);
  await EDITS[did](world, { ctx: ownerOf(company, clock.now()), before: current });
  note(world, await rowOf(before.id), did);
  happened(world, `here: ${did}`);
}

/** What is done with a class is done with each place in it. */
async function editSession(world: World, ctx: CompanyContext): Promise<void> {
  const before = new Map((await placesIn(world)).map(({ id, version }) => [id, version]));
  const did = await changeSession(world, ctx);
  for (const after of await placesIn(world))
    if (after.version !== before.get(after.id)) note(world, after, did === "cancel" ? "cancel" : "move");
}

/** Whoever gives it to somebody else, or more time, wants it to take place. */
const SPEAKS_OF: Partial<Record<Did, Edit["speaksOf"]>> = {
  ...{ cancel: ["standing"], restore: ["standing"], noShow: ["standing"], confirm: [], complete: [] },
};

function note(world: World, { id: of, serviceId, status, startsAt, endsAt }: Row, did: Did): void {
  const speaksOf = SPEAKS_OF[did] ?? ["standing", "time"];
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE;
  const what = status === "cancelled" || status === "no_show" ? "is off" : "stands";
  world.trace.push(`  here ${of} ${status} ${startsAt.toISOString().slice(5, 16)} ${minutes}`);
  const takesBack = did === "restore" || did === "undo";
  edited(world, {
    side: "here",
    of,
    what,
    speaksOf,
    startsAt: startsAt.getTime(),
    minutes,
    takesBack,
    isConfirmation: did === "confirm",
    isUnseenThere: did === "reassign" && serviceId === world.offers.advice.serviceId,
  });
}
