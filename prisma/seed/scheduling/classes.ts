import { DAY } from "@/server/core/time";
import { branchIdOf, companyIdOf, idOf, resourceIdOf, serviceIdOf, staffIdOf } from "../business";
import { slugOf } from "../ids";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";
import { classSessionsOf, type SeedSession } from "./class-sessions";

/** The next one is full, the others have places left. */
const TAKEN = [8, 5, 6, 3, 2];

interface Known {
  id: string;
  createdAt: Date;
}

/** The sessions of the classes with whoever takes part, the teacher's time and the room. */
export async function writeClasses(seeding: Seeding): Promise<void> {
  const { tx, business, clock } = seeding;
  const companyId = companyIdOf(business);
  const sessions = classSessionsOf(business, clock);
  const customers = await tx.customer.findMany({
    where: { companyId },
    select: { id: true, createdAt: true },
    orderBy: { id: "asc" },
  });
  await insertRows(
    tx.classSession,
    sessions.map((session) => ({ ...sessionRow(seeding, session) })),
  );
  const owner = (session: SeedSession) => ({
    ...{ companyId, classSessionId: idOfSession(seeding, session) },
    ...{ blockedFrom: session.startsAt, blockedUntil: session.endsAt },
  });
  await insertRows(
    tx.staffOccupancy,
    sessions.map((session) => ({ ...owner(session), staffId: staffIdOf(business, session.teacher.name) })),
  );
  await insertRows(
    tx.resourceOccupancy,
    sessions.map((session) => ({ ...owner(session), resourceId: resourceIdOf(business, session.course.room) })),
  );
  await writeParticipants(seeding, { sessions, customers });
}

async function writeParticipants(seeding: Seeding, told: { sessions: SeedSession[]; customers: Known[] }) {
  const { tx } = seeding;
  const coming = told.sessions.filter(({ isOver }) => !isOver);
  const taking = told.sessions.flatMap((session) => {
    const count = TAKEN[Math.min(Math.max(0, coming.indexOf(session)), TAKEN.length - 1)] ?? 0;
    const known = told.customers.filter(({ createdAt }) => createdAt < session.startsAt);
    return known.slice(0, session.isOver ? count - 2 : count).map((customer) => ({ session, customer }));
  });
  const rows = taking.map((one) => placeRows(seeding, one));
  await insertRows(
    tx.appointment,
    rows.map(({ appointment }) => appointment),
  );
  await insertRows(
    tx.appointmentSegment,
    rows.map(({ segment }) => segment),
  );
  await insertRows(
    tx.classPlace,
    rows.map(({ place }) => place),
  );
  await insertRows(
    tx.appointmentModification,
    rows.map(({ modification }) => modification),
  );
}

function sessionRow(seeding: Seeding, session: SeedSession) {
  const { business } = seeding;
  const { course, startsAt, endsAt } = session;
  return {
    id: idOfSession(seeding, session),
    companyId: companyIdOf(business),
    serviceId: serviceIdOf(business, course.name),
    branchId: branchIdOf(business, course.branch),
    staffId: staffIdOf(business, course.teacher),
    ...{ startsAt, endsAt, capacity: course.capacity, seriesId: idOf(business, "class-series", slugOf(course.name)) },
  };
}

const nameOf = ({ course, date }: SeedSession) => `${slugOf(course.name)}/${date}`;
const idOfSession = ({ business }: Seeding, session: SeedSession) => idOf(business, "class-session", nameOf(session));

/** One who takes part: an appointment that takes a place, and nobody's time but its own. */
function placeRows(seeding: Seeding, { session, customer }: { session: SeedSession; customer: Known }) {
  const { business, clock } = seeding;
  const { course, startsAt, endsAt, isOver } = session;
  const id = idOf(business, "class-appointment", `${nameOf(session)}/${customer.id}`);
  const [companyId, serviceId] = [companyIdOf(business), serviceIdOf(business, course.name)];
  const staffId = staffIdOf(business, course.teacher);
  const asked = Math.min(startsAt.getTime() - 6 * DAY, clock.now.getTime());
  const bookedAt = new Date(Math.max(asked, customer.createdAt.getTime()));
  const status = isOver ? ("completed" as const) : ("confirmed" as const);
  const values = {
    startsAt: startsAt.toISOString(),
    staffId,
    serviceId,
    priceCents: course.cents,
    status: "confirmed",
  };
  return {
    appointment: {
      ...{ id, companyId, serviceId, staffId, customerId: customer.id, branchId: branchIdOf(business, course.branch) },
      ...{ classSessionId: idOfSession(seeding, session), source: "portal" as const, status, startsAt, endsAt },
      ...{ blockedFrom: startsAt, blockedUntil: endsAt, priceCents: course.cents, confirmedAt: bookedAt },
      ...{ completedAt: isOver ? endsAt : null, createdAt: bookedAt },
    },
    segment: {
      ...{ id: idOf(business, "class-segment", id), companyId, appointmentId: id, position: 0, serviceId },
      ...{ name: course.name, staffId, startsAt, endsAt, occupiesStaff: false },
    },
    place: { companyId, classSessionId: idOfSession(seeding, session), appointmentId: id, places: 1 },
    modification: {
      ...{ id: idOf(business, "class-modification", id), companyId, appointmentId: id, customerId: customer.id },
      ...{ type: "created" as const, newValues: values, occurredAt: bookedAt },
      actor: { kind: "system", name: "demo" },
    },
  };
}
