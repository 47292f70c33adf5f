import { z } from "zod";
import type { WishedService } from "@/server/availability/schema";
import type { TransactionContext } from "@/server/core/context";
import { findOffered } from "../../repository/invocations";
import { needsInput } from "../rules/answers";
import { chooseBranch } from "../rules/choose-branch";
import { exampleServices } from "../rules/choose-service";
import { chooseServices } from "../rules/choose-services";
import { chooseStaff } from "../rules/choose-staff";
import type { PhoneBranch } from "../rules/phone";
import { exactStart, readWish } from "../rules/read-wish";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

export interface WantedSlot {
  branchId: string;
  serviceId: string;
  /** What else is wanted in the same visit. */
  followedBy: WishedService[];
  staffId: string | null;
  /** Instead of the service's own. */
  durationMinutes: number | null;
  /** How many come together to a class. */
  partySize?: number | undefined;
  startsAt: Date;
  /** The offer of this call that is taken. */
  slotId: string | null;
  /** How it came to this slot, for the appointment's page. */
  explanation: Record<string, unknown>;
}

export type Wanted = { found: WantedSlot } | { answer: FunctionAnswer };

const offeredSlot = z.object({
  slot_id: z.string(),
  branch_id: z.uuid(),
  service_id: z.uuid(),
  service_ids: z.array(z.uuid()).optional(),
  staff_id: z.uuid(),
  segments: z.array(z.object({ staff_id: z.uuid() })).optional(),
  starts_at: z.iso.datetime({ offset: true }),
  duration_minutes: z.int().optional(),
  party_size: z.int().optional(),
});

/** The slot that the caller takes: one that this call was offered, else an exact time of a named service. */
export async function findWantedSlot(tx: TransactionContext, call: FunctionCall): Promise<Wanted> {
  return (await findTakenOffer(tx, call)) ?? namedSlot(tx, call);
}

/** The offer of this call that is taken; null when a time is named instead. */
export async function findTakenOffer(tx: TransactionContext, call: FunctionCall): Promise<Wanted | null> {
  const { slot_id: slotId, starts_at, date, slot } = call.args;
  if (!slotId) return null;
  const offered = await findOfferedSlot(tx, { call, slotId });
  if (offered) return { found: offered };
  if (starts_at || date || slot?.start) return null;
  return { answer: needsInput(call.voice.say.offerGone(), { missing: ["slot_id"] }) };
}

async function findOfferedSlot(
  tx: TransactionContext,
  { call, slotId }: { call: FunctionCall; slotId: string },
): Promise<WantedSlot | null> {
  const offered = await findOffered(tx, { callId: call.phone.call.id, slotId });
  const slot = offeredSlot.safeParse(offered?.slot);
  if (!offered || !slot.success) return null;
  const { branch_id, service_id, service_ids = [], staff_id, segments = [], starts_at, duration_minutes } = slot.data;
  const isShared = segments.some((segment) => segment.staff_id !== staff_id);
  const { startedAt } = call.phone.call;
  return {
    branchId: branch_id,
    serviceId: service_id,
    followedBy: service_ids.slice(1).map((serviceId) => ({ serviceId })),
    staffId: isShared ? null : staff_id,
    durationMinutes: duration_minutes ?? null,
    // Of a class; whoever says another number now is heard, and the places that are left decide.
    partySize: slot.data.party_size && (call.args.party_size ?? slot.data.party_size),
    startsAt: new Date(starts_at),
    slotId,
    explanation: {
      heard: offered.arguments,
      understood: offered.result.understood ?? null,
      assumed: offered.result.assumptions ?? [],
      offered: [offered.result.slots, offered.result.next_available_slots].flat().filter(Boolean),
      offeredAfterSec: secondsBetween(startedAt, offered.occurredAt),
      chosen: offered.slot,
      chosenAfterSec: secondsBetween(startedAt, tx.now),
    },
  };
}

function namedSlot(tx: TransactionContext, call: FunctionCall): Wanted {
  const { phone, args } = call;
  const branch = chooseBranch(phone, args);
  if ("ask" in branch) return { answer: needsInput(branch.ask, { missing: ["branch"] }) };
  const voice = call.voiceAt(branch.found);
  const asked = { phone, args, voice, branchId: branch.found.id };
  const chosen = chooseServices(asked);
  if (!("found" in chosen)) {
    const question = "ask" in chosen ? chosen.ask : voice.say.askService(exampleServices(phone, asked));
    return { answer: needsInput(question, { missing: ["service"] }) };
  }
  const time = namedTime(tx, { call, branch: branch.found });
  if ("answer" in time) return time;
  const { staffId, startsAt, understood, assumed } = time;
  const [first, ...others] = chosen.found;
  const chosenAfterSec = secondsBetween(phone.call.startedAt, tx.now);
  return {
    found: {
      branchId: branch.found.id,
      serviceId: first.id,
      followedBy: others.map(({ id }) => ({ serviceId: id, staffId })),
      staffId,
      durationMinutes: args.duration_minutes ?? null,
      partySize: args.party_size,
      startsAt,
      slotId: null,
      explanation: { heard: args, understood, assumed, offered: [], chosenAfterSec },
    },
  };
}

export type NamedTime =
  | { startsAt: Date; staffId: string | null; understood: string; assumed: string[] }
  | { answer: FunctionAnswer };

/** The exact time that is named, and the person if one is. */
export function namedTime(
  tx: TransactionContext,
  { call, branch }: { call: FunctionCall; branch: PhoneBranch },
): NamedTime {
  const { phone, args } = call;
  const voice = call.voiceAt(branch);
  const staff = chooseStaff({ phone, args, voice, branchId: branch.id });
  if ("ask" in staff) return { answer: needsInput(staff.ask, { missing: ["staff"] }) };
  const heard = readWish({ phone, args, branch, now: tx.now.getTime() });
  if (!heard || heard.wish.ranges.length === 0)
    return { answer: needsInput(heard?.wish.ask ?? voice.say.askTime(), { missing: ["date", "time"] }) };
  const at = exactStart(heard.wish);
  if (at === null)
    return { answer: needsInput(heard.wish.ask ?? voice.say.askClock(heard.understood), { missing: ["time"] }) };
  const staffId = "found" in staff ? staff.found.id : null;
  return { startsAt: new Date(at), staffId, understood: heard.understood, assumed: heard.wish.assumptions };
}

const secondsBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
