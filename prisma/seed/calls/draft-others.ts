import { DAY, MINUTE } from "@/server/core/time";
import type { CustomerDraft } from "../customers/draft";
import type { Random } from "../random";
import { type CallWorld, LIVE_DAYS } from "./draft-appointments";
import { callbackScene } from "./scene-callback";
import { questionScene } from "./scene-question";
import { abandonedScene, spamScene, transferScene, unclearScene, voicemailScene } from "./scenes-short";
import type { CallDraft, Scene } from "./told";

/** Shares of all calls; whatever is left asks a question. */
const OTHERS: { scene: Scene; share: number; isByCustomer: boolean }[] = [
  { scene: callbackScene, share: 0.07, isByCustomer: true },
  { scene: abandonedScene, share: 0.055, isByCustomer: false },
  { scene: voicemailScene, share: 0.03, isByCustomer: false },
  { scene: transferScene, share: 0.025, isByCustomer: true },
  { scene: spamScene, share: 0.02, isByCustomer: false },
  { scene: unclearScene, share: 0.02, isByCustomer: false },
];

/** Everything else that rings: questions first asked by people who never came, then by anybody. */
export function draftOtherCalls(
  world: CallWorld,
  { customers, count }: { customers: CustomerDraft[]; count: number },
): CallDraft[] {
  const { business, random } = world;
  const rest = OTHERS.flatMap(({ scene, share, isByCustomer }) =>
    Array.from({ length: Math.round(business.volumes.calls * share) }, () => ({ scene, isByCustomer })),
  ).slice(0, count);
  const questions = Array.from({ length: count - rest.length }, () => ({
    scene: questionScene,
    isByCustomer: random.chance(0.75),
  }));
  let stillOpen = business.volumes.openCallbacks;
  const leads = customers.filter(({ weight }) => weight === 0);
  return [...questions, ...rest].map(({ scene, isByCustomer }) => {
    const isRecent = scene === callbackScene && stillOpen-- > 0;
    const startedAt = isRecent ? drawRecent(world) : drawRinging(world);
    const customer = isByCustomer ? (leads.pop() ?? drawKnown(world, startedAt)) : null;
    const branch = customer?.preferredBranch ?? random.pick(business.branches).slug;
    return { scene, startedAt, customer, branch, appointment: null };
  });
}

/** Somebody who had booked before. */
function drawKnown({ planned, random }: CallWorld, startedAt: Date): CustomerDraft | null {
  const known = planned.filter(({ bookedAt }) => bookedAt < startedAt);
  return known.length === 0 ? null : random.pick(known).customer;
}

/** Nobody leaves a callback open for weeks. */
function drawRecent({ clock, random }: CallWorld): Date {
  return new Date(clock.now.getTime() - random.between(20, 26 * 60) * MINUTE);
}

/** Busy in the morning and after work; at night and on Sundays it rings too, for the agent is there. */
function drawRinging({ clock, random }: CallWorld): Date {
  const minutes = drawMinutes(random);
  const at = clock.at(clock.day(-random.between(0, LIVE_DAYS - 1)), minutes).getTime();
  const latest = clock.now.getTime() - 15 * MINUTE;
  return new Date(at > latest ? at - DAY : at);
}

function drawMinutes(random: Random): number {
  const hour =
    random.weighted([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21], (candidate) => BUSY[candidate] ?? 1) ??
    9;
  return hour * 60 + random.between(0, 59);
}
const BUSY: Record<number, number> = {
  8: 3,
  9: 6,
  10: 6,
  11: 5,
  12: 3,
  13: 2,
  14: 3,
  15: 3,
  16: 4,
  17: 5,
  18: 4,
  19: 2,
};
