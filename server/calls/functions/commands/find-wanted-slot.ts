import { z } from "zod";
import type { WishedService } from "@/server/availability/schema";
import type { TransactionContext } from "@/server/core/context";
import { findOffered } from "../../repository/invocations";
import { needsInput } from "../rules/answers";
import { chooseBranch } from "../rules/choose-branch";
import { exampleServices } from "../rules/choose-service";
import { chooseServices } from "../rules/choose-services";
import { chooseStaff } from "../rules/choose-staff";
import { exactStart, readWish } from "../rules/read-wish";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

export interface WantedSlot {
  branchId: string;
  serviceId: string;
  /** What else is wanted in the same visit. */
  followedBy: WishedService[];
  staffId: string | null;
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
});

/** The slot that the caller takes: one that this call was offered, else an exact time of a named service. */
export async function findWantedSlot(tx: TransactionContext, call: FunctionCall): Promise<Wanted> {
  const { slot_id: slotId } = call.args;
  const offered = slotId ? await findOfferedSlot(tx, { call, slotId }) : null;
  if (offered) return { found: offered };
  if (slotId && !call.args.starts_at && !call.args.date && !call.args.slot?.start)
    return { answer: needsInput(call.voice.say.offerGone(), { missing: ["slot_id"] }) };
  return namedSlot(tx, call);
}

async function findOfferedSlot(
  tx: TransactionContext,
  { call, slotId }: { call: FunctionCall; slotId: string },
): Promise<WantedSlot | null> {
  const offered = await findOffered(tx, { callId: call.phone.call.id, slotId });
  const slot = offeredSlot.safeParse(offered?.slot);
  if (!offered || !slot.success) return null;
  const { branch_id, service_id, service_ids = [], staff_id, segments = [], starts_at } = slot.data;
  const isShared = segments.some((segment) => segment.staff_id !== staff_id);
  const { startedAt } = call.phone.call;
  return {
    branchId: branch_id,
    serviceId: service_id,
    followedBy: service_ids.slice(1).map((serviceId) => ({ serviceId })),
    staffId: isShared ? null : staff_id,
    startsAt: new Date(starts_at),
    slotId,
    explanation: {
      heard: offered.arguments,
      understood: offered.result.understood ?? null,
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
  const staff = chooseStaff(asked);
  if ("ask" in staff) return { answer: needsInput(staff.ask, { missing: ["staff"] }) };
  const heard = readWish({ phone, args, branch: branch.found, now: tx.now.getTime() });
  if (!heard || heard.wish.ranges.length === 0)
    return { answer: needsInput(heard?.wish.ask ?? voice.say.askTime(), { missing: ["date", "time"] }) };
  const at = exactStart(heard.wish);
  if (at === null)
    return { answer: needsInput(heard.wish.ask ?? voice.say.askClock(heard.understood), { missing: ["time"] }) };
  const { understood } = heard;
  const [first, ...others] = chosen.found;
  const staffId = "found" in staff ? staff.found.id : null;
  const chosenAfterSec = secondsBetween(phone.call.startedAt, tx.now);
  return {
    found: {
      branchId: branch.found.id,
      serviceId: first.id,
      followedBy: others.map(({ id }) => ({ serviceId: id, staffId })),
      staffId,
      startsAt: new Date(at),
      slotId: null,
      explanation: { heard: args, understood, offered: [], chosenAfterSec },
    },
  };
}

const secondsBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000));
