import { type UnbookableReason, unbookableReason } from "@/server/availability/schema";
import type { TransactionContext } from "@/server/core/context";
import type { AppError } from "@/server/core/errors";
import { notAllowed } from "../rules/answers";
import { toSlotAnswer } from "../rules/slot-answer";
import type { FunctionAnswer } from "../schema";
import { findOffers } from "./find-offers";
import type { FunctionCall } from "./function-call";

export interface RefusedSlot {
  call: FunctionCall;
  refusal: AppError;
  slot: { branchId: string; serviceId: string; staffId: string | null; startsAt: Date };
  movingAppointmentId?: string;
}

/** A slot that can't be had: what is free near it, newly held; a rule against it in words. Rethrows what is no refusal. */
export async function answerRefusal(tx: TransactionContext, refused: RefusedSlot): Promise<FunctionAnswer> {
  const { call, refusal } = refused;
  if (refusal.code === "POLICY_BLOCKED")
    return notAllowed(call.voice.say.tooManyBookings(), { reason: refusal.reason });
  if (refusal.code !== "APPOINTMENT_CONFLICT" && refusal.code !== "VALIDATION_ERROR") throw refusal;
  return offerOthers(tx, { ...refused, reason: unbookableReason.catch("fully_booked").parse(refusal.reason) });
}

/** Somebody was quicker: a conflict. It never was possible: unavailable. */
const TAKEN: readonly UnbookableReason[] = ["fully_booked", "daily_limit_reached"];

async function offerOthers(
  tx: TransactionContext,
  { call, slot, movingAppointmentId, reason }: RefusedSlot & { reason: UnbookableReason },
): Promise<FunctionAnswer> {
  const { phone } = call;
  const at = slot.startsAt.getTime();
  const { offers, calendar } = await findOffers(tx, {
    ...slot,
    callId: phone.call.id,
    preferredStaffId: null,
    ...(movingAppointmentId && { movingAppointmentId }),
    wish: { ranges: [{ from: at, to: at, allDay: false }], exclude: [] },
  });
  const voice = call.voiceAt(phone.branches.find(({ id }) => id === slot.branchId) ?? phone.branch);
  const why = voice.say.closedReasons[reason];
  const status = TAKEN.includes(reason) ? "conflict" : "unavailable";
  const { zone, branchName, serviceName, currency, staffNames } = calendar;
  const next_available_slots = offers.map((offer) =>
    toSlotAnswer(offer, { zone, branchName, serviceName, currency, staffNames }),
  );
  if (offers.length === 0)
    return { ...notAllowed(voice.say.nothingFree(why), { next_available_slots, reason: why }), status };
  const list = voice.offers(offers);
  const say = status === "conflict" ? voice.say.taken(list) : voice.say.notFree(why, list);
  return { status, next_available_slots, reason: why, say };
}
