import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import type { CompanyContext } from "@/server/core/context";
import { DAY } from "@/server/core/time";
import { look } from "./look";
import { slotIn } from "./slots";
import { BEGINS_AT, type World } from "./world";

const KINDS = { cut: 4, colour: 5, yoga: 5, advice: 2 };

/** Somebody is entered for one of the services, or for a place in a class. */
export async function bookHere(world: World, ctx: CompanyContext): Promise<string> {
  const { chance, company, offers, customerIds, people } = world;
  const customerId = chance.oneOf(customerIds) ?? "";
  const kind = chance.weighed(KINDS);
  const session = kind === "yoga" ? await oneSession(world) : null;
  const place = session ? { classSessionId: session.id, partySize: 1 } : {};
  const staffId = kind === "cut" || kind === "advice" ? (chance.oneOf(people)?.id ?? null) : null;
  const status = chance.happens(0.15) ? ({ status: "pending" } as const) : {};
  const { appointment } = await bookAppointment(ctx, {
    ...{ customerId, branchId: company.branchId, serviceId: offers[kind].serviceId, staffId, source: "portal" },
    ...{ startsAt: session?.startsAt ?? slotIn(world), ...place, ...status },
  });
  return appointment.id;
}

export interface Session {
  id: string;
  startsAt: Date;
  version: number;
}
const ONE_SESSION = {
  name: "one_session",
  text: 'SELECT id, starts_at AS "startsAt", version FROM class_sessions WHERE id = $1',
};

/** One of the next days', or whichever is left. */
export async function oneSession({ chance, sessionIds, clock }: World): Promise<Session> {
  const ahead = Math.floor((clock.now().getTime() - BEGINS_AT) / DAY) * 2;
  const id = chance.oneOf(sessionIds.slice(ahead, ahead + 4)) ?? sessionIds.at(-1) ?? "";
  const [session] = await look<Session>({ ...ONE_SESSION, values: [id] });
  if (!session) throw new Error(`there is no session ${id}`);
  return session;
}
