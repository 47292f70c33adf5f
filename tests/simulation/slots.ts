import { addDays, fromWall, toLocal } from "@/server/core/time";
import type { World } from "./world";

const ZONE = "Europe/Berlin";

/** Some half hour of today or the days after it; so few that one often wants what another has. */
export function slotIn({ chance, clock }: World): Date {
  const { date } = toLocal(ZONE, clock.now().getTime());
  return new Date(fromWall(ZONE, addDays(date, chance.between(0, 2)), 9 * 60 + 30 * chance.between(0, 16)));
}
