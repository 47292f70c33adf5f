import { cancelSession } from "@/server/appointments/classes/commands/cancel-session";
import { moveSession } from "@/server/appointments/classes/commands/move-session";
import { substituteTeacher } from "@/server/appointments/classes/commands/substitute-teacher";
import type { CompanyContext } from "@/server/core/context";
import { oneSession } from "./bookings-here";
import { slotIn } from "./slots";
import type { World } from "./world";

const QUIET = { isConfirmed: true, notifyCustomer: false };
const CHANGES = { move: 4, substitute: 3, cancel: 1 };

/** The business replans a class with all who take part in it; says how. */
export async function changeSession(world: World, ctx: CompanyContext): Promise<keyof typeof CHANGES> {
  const { chance, people } = world;
  const { id: classSessionId, version } = await oneSession(world);
  const did = chance.weighed(CHANGES);
  const about = { classSessionId, version, ...QUIET };
  if (did === "move") await moveSession(ctx, { ...about, newStartsAt: slotIn(world) });
  if (did === "substitute") await substituteTeacher(ctx, { ...about, staffId: chance.oneOf(people)?.id ?? "" });
  if (did === "cancel") await cancelSession(ctx, about);
  return did;
}
