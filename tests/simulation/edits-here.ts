import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { completeAppointment, confirmAppointment, markNoShow } from "@/server/appointments/commands/change-status";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { restoreAppointment } from "@/server/appointments/commands/restore-appointment";
import { undoReschedule } from "@/server/appointments/commands/undo-reschedule";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { MINUTE } from "@/server/core/time";
import { ownerOf } from "../support/actors";
import { type Edit, edited } from "./history";
import { look } from "./look";
import { collect } from "./runner";
import { slotIn } from "./slots";
import { LENGTHS, type World } from "./world";

const QUIET = { isConfirmed: true, notifyCustomer: false };

interface Chosen {
  ctx: CompanyContext;
  appointmentId: string;
}

/** What the business does in its own calendar; a refusal is an answer. */
const EDITS = {
  book: async (world: World, ctx: CompanyContext) => {
    const { chance, company, serviceId, customerIds, people } = world;
    const customerId = chance.oneOf(customerIds) ?? "";
    const staffId = chance.oneOf(people)?.id ?? null;
    const status = chance.happens(0.15) ? ({ status: "pending" } as const) : {};
    const wish = { customerId, branchId: company.branchId, serviceId, staffId, startsAt: slotIn(world), ...status };
    const { appointment } = await bookAppointment(ctx, { ...wish, source: "portal" });
    return appointment.id;
  },
  move: async (world: World, { ctx, appointmentId }: Chosen) =>
    rescheduleAppointment(ctx, { appointmentId, newStartsAt: slotIn(world), ...QUIET }),
  reassign: async (world: World, { ctx, appointmentId }: Chosen) => {
    const newStartsAt = await startOf(appointmentId);
    return rescheduleAppointment(ctx, {
      appointmentId,
      newStartsAt,
      staffId: world.chance.oneOf(world.people)?.id,
      ...QUIET,
    });
  },
  resize: async (world: World, { ctx, appointmentId }: Chosen) => {
    const newStartsAt = await startOf(appointmentId);
    return rescheduleAppointment(ctx, {
      appointmentId,
      newStartsAt,
      durationMinutes: world.chance.oneOf(LENGTHS),
      ...QUIET,
    });
  },
  cancel: async (_: World, { ctx, appointmentId }: Chosen) => cancelAppointment(ctx, { appointmentId, ...QUIET }),
  restore: async (_: World, { ctx, appointmentId }: Chosen) => restoreAppointment(ctx, { appointmentId }),
  undo: async (_: World, { ctx, appointmentId }: Chosen) => undoReschedule(ctx, { appointmentId }),
  confirm: async (_: World, { ctx, appointmentId }: Chosen) => confirmAppointment(ctx, { appointmentId }),
  noShow: async (_: World, { ctx, appointmentId }: Chosen) => markNoShow(ctx, { appointmentId }),
  complete: async (_: World, { ctx, appointmentId }: Chosen) => completeAppointment(ctx, { appointmentId }),
};
const WEIGHTS: Record<keyof typeof EDITS, number> = {
  ...{
    book: 30,
    move: 24,
    reassign: 8,
    resize: 6,
    cancel: 12,
    restore: 5,
    undo: 4,
    confirm: 6,
    noShow: 3,
    complete: 2,
  },
};

interface Row {
  id: string;
  status: string;
  version: number;
  startsAt: Date;
  endsAt: Date;
}
const ONE_ROW = {
  name: "one_row",
  text: 'SELECT id, status::text, version, starts_at AS "startsAt", ends_at AS "endsAt" FROM appointments WHERE id = $1',
};

async function rowOf(id: string): Promise<Row> {
  const [row] = await look<Row>({ ...ONE_ROW, values: [id] });
  if (!row) throw new Error(`there is no appointment ${id}`);
  return row;
}
const startOf = async (id: string) => (await rowOf(id)).startsAt;

/** Says what was done; null where it was refused. */
export async function editHere(world: World): Promise<string | null> {
  const { chance, company, clock, history } = world;
  const { appointmentIds } = history;
  const what = appointmentIds.length < 3 ? "book" : chance.weighed(WEIGHTS);
  // What is older is seldom touched.
  const appointmentId = chance.oneOf(appointmentIds.slice(-25)) ?? "";
  const ctx = ownerOf(company, clock.now());
  try {
    if (what === "book") note(world, await EDITS.book(world, ctx).then(rowOf), what);
    else {
      const before = await rowOf(appointmentId);
      await EDITS[what](world, { ctx, appointmentId });
      const after = await rowOf(appointmentId);
      if (after.version !== before.version) note(world, after, what);
    }
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return null;
    throw error;
  }
  await collect(world);
  return `here: ${what}`;
}

/** Whoever gives it to somebody else, or more time, wants it to take place. */
const SPEAKS_OF: Partial<Record<keyof typeof EDITS, Edit["speaksOf"]>> = {
  ...{ cancel: ["standing"], restore: ["standing"], noShow: ["standing"], confirm: [], complete: [] },
};

function note(world: World, { id: of, status, startsAt, endsAt }: Row, did: keyof typeof EDITS): void {
  const speaksOf = SPEAKS_OF[did] ?? ["standing", "time"];
  const minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE;
  const what = status === "cancelled" || status === "no_show" ? "is off" : "stands";
  world.trace.push(`  here ${of} ${status} ${startsAt.toISOString().slice(5, 16)} ${minutes}`);
  edited(world, { side: "here", of, what, speaksOf, startsAt: startsAt.getTime(), minutes });
}
