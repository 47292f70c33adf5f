import { tellOfMeetings } from "@/server/sandbox/calcom/meetings";
import type { World } from "./world";

/** Time goes by for both sides; what falls due over there on the way happens. */
export async function letTimePass(world: World, ms: number): Promise<void> {
  const { clock, late } = world;
  const until = clock.now().getTime() + ms;
  for (const effect of late.filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)) {
    late.splice(late.indexOf(effect), 1);
    clock.advance(Math.max(0, effect.dueAt - clock.now().getTime()));
    await effect.happen();
  }
  clock.advance(Math.max(0, until - clock.now().getTime()));
  await tellOfMeetings(world.sandbox);
}
