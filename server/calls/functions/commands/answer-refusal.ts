import { type UnbookableReason, unbookableReason } from "@/server/availability/schema";
import type { TransactionContext } from "@/server/core/context";
import type { AppError } from "@/server/core/errors";
import { notAllowed } from "../rules/answers";
import type { Sentences } from "../rules/say/de";
import { sayInstead } from "../rules/say-instead";
import { sayClosed } from "../rules/say-people";
import { toSlotAnswer } from "../rules/slot-answer";
import type { FunctionAnswer } from "../schema";
import type { OfferRequest } from "./find-offers";
import { findOffersByAnybody } from "./find-offers-by-anybody";
import type { FunctionCall } from "./function-call";

interface WantedTime {
  call: FunctionCall;
  slot: Omit<OfferRequest, "callId" | "preferredStaffId" | "wish" | "obstacle"> & { startsAt: Date };
  movingAppointmentId?: string;
}

/** A slot that can't be had: what is free near it, newly held; a rule against it in words. Rethrows what is no refusal. */
export async function answerRefusal(
  tx: TransactionContext,
  { refusal, ...wanted }: WantedTime & { refusal: AppError },
): Promise<FunctionAnswer> {
  const { say } = wanted.call.voice;
  if (refusal.code === "POLICY_BLOCKED" || refusal.reason === "too_many_bookings")
    return notAllowed(sayRefusal(say, refusal.reason), { reason: refusal.reason });
  if (refusal.code !== "APPOINTMENT_CONFLICT" && refusal.code !== "VALIDATION_ERROR") throw refusal;
  return offerOthers(tx, { ...wanted, reason: unbookableReason.catch("fully_booked").parse(refusal.reason) });
}

function sayRefusal(say: Sentences, reason: string): string {
  if (reason === "too_many_no_shows") return say.bookThroughPerson();
  return reason === "too_many_active_bookings" ? say.tooManyOpen() : say.tooManyBookings();
}

/** Somebody was quicker: a conflict. It never was possible: unavailable. */
const TAKEN: readonly UnbookableReason[] = ["fully_booked", "daily_limit_reached", "resource_taken", "class_full"];

/** What is free near a time that is not. */
export async function offerOthers(
  tx: TransactionContext,
  { call, slot, movingAppointmentId, reason }: WantedTime & { reason: UnbookableReason },
): Promise<FunctionAnswer> {
  const { phone } = call;
  const { startsAt, ...wanted } = slot;
  const at = startsAt.getTime();
  const { offers, calendar } = await findOffersByAnybody(tx, {
    ...wanted,
    callId: phone.call.id,
    preferredStaffId: null,
    ...(movingAppointmentId && { movingAppointmentId }),
    wish: { ranges: [{ from: at, to: at, allDay: false }], exclude: [] },
    obstacle: reason,
  });
  const voice = call.voiceAt(phone.branches.find(({ id }) => id === slot.branchId) ?? phone.branch);
  const why = sayClosed(voice.say, { reason, people: slot.partySize ?? 1 });
  const status = TAKEN.includes(reason) ? "conflict" : "unavailable";
  const next_available_slots = offers.map((offer) =>
    toSlotAnswer(offer, { ...calendar, durationMinutes: slot.durationMinutes }),
  );
  if (offers.length === 0)
    return { ...notAllowed(voice.say.nothingFree(why), { next_available_slots, reason: why }), status };
  const instead = { reason, why, offers, staffNames: calendar.staffNames };
  const say = status === "conflict" ? voice.say.taken(voice.offers(offers)) : sayInstead(voice, instead);
  return { status, next_available_slots, reason: why, say };
}
