import type { TransactionContext } from "@/server/core/context";
import { needsInput, notAllowed, ok } from "../rules/answers";
import { chooseBranch } from "../rules/choose-branch";
import { exampleServices } from "../rules/choose-service";
import { type ChosenServices, chooseServices } from "../rules/choose-services";
import { chooseStaff } from "../rules/choose-staff";
import { callerOf, type PhoneBranch } from "../rules/phone";
import { type HeardWish, readWish } from "../rules/read-wish";
import { sayInstead } from "../rules/say-instead";
import { sayClosed, sayPeople } from "../rules/say-people";
import { staffOfOffer, toSlotAnswer } from "../rules/slot-answer";
import type { FunctionAnswer } from "../schema";
import type { Offers } from "./find-offers";
import { findOffersByAnybody } from "./find-offers-by-anybody";
import type { FunctionCall } from "./function-call";

/** Finds what the caller asks for, or the nearest to it, and holds what it says for two minutes. */
export async function checkAvailability(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const { phone, args } = call;
  const branch = chooseBranch(phone, args);
  if ("ask" in branch) return needsInput(branch.ask, { missing: ["branch"] });
  const voice = call.voiceAt(branch.found);
  const asked = { phone, args, voice, branchId: branch.found.id };
  const chosen = chooseServices(asked);
  if ("missing" in chosen)
    return needsInput(voice.say.askService(exampleServices(phone, asked)), { missing: ["service"] });
  if ("ask" in chosen) return needsInput(chosen.ask, { missing: ["service"] });
  const staff = chooseStaff(asked);
  if ("ask" in staff) return needsInput(staff.ask, { missing: ["staff"] });
  const heard = readWish({ phone, args, branch: branch.found, now: tx.now.getTime() });
  if (!heard) return needsInput(voice.say.askTime(), { missing: ["date"] });
  if (heard.wish.ranges.length === 0) return needsInput(heard.wish.ask ?? voice.say.askTime(), { missing: ["date"] });
  const [first, ...others] = chosen.found;
  const staffId = "found" in staff ? staff.found.id : null;
  const found = await findOffersByAnybody(tx, {
    callId: phone.call.id,
    branchId: branch.found.id,
    serviceId: first.id,
    followedBy: others.map(({ id }) => ({ serviceId: id, staffId })),
    durationMinutes: args.duration_minutes ?? null,
    partySize: args.party_size ?? null,
    staffId,
    preferredStaffId: callerOf(phone)?.preferredStaffId ?? null,
    wish: heard.wish,
    isHopeful: call.isHopeful,
  });
  return toAnswer(call, { found, heard, branch: branch.found, services: chosen.found });
}

interface Found {
  found: Offers;
  heard: HeardWish;
  branch: PhoneBranch;
  services: ChosenServices;
}

function toAnswer(call: FunctionCall, { found, heard, branch, services }: Found): FunctionAnswer {
  const voice = call.voiceAt(branch);
  const { calendar, offers } = found;
  const people = call.args.party_size ?? 1;
  const serviceName = voice.and(services.map(({ name }) => name));
  const slots = offers.map((offer) =>
    toSlotAnswer(offer, { ...calendar, serviceName, durationMinutes: call.args.duration_minutes }),
  );
  const { ask, assumptions } = heard.wish;
  const about = {
    understood: heard.understood,
    ...(assumptions.length > 0 && { assumptions }),
    ...(ask && { ask }),
    service_id: services[0].id,
    service_name: serviceName,
    branch_name: branch.name,
  };
  const [slot] = slots;
  const [offer] = offers;
  if (slot && offer && found.isAsWished) {
    const staff = voice.and(staffOfOffer(offer, calendar.staffNames));
    const service = offer.session ? sayPeople(voice.say, { service: serviceName, people }) : serviceName;
    const facts = { when: voice.time(offer.startsAt), service, staff };
    const free = offers.length === 1 ? voice.say.free(facts) : voice.say.freeSeveral(voice.offers(offers));
    const say = people > 1 && !offer.session ? `${voice.say.onePersonEach()} ${free}` : free;
    return ok(say, { available: true, slot, slots, staff_name: slot.staff_name, next_available_slots: [], ...about });
  }
  const obstacle = found.reason ?? "fully_booked";
  const reason = sayClosed(voice.say, { reason: obstacle, people });
  const none = { available: false, slot: null, slots: [], next_available_slots: slots, reason, ...about };
  if (slots.length === 0) return { ...notAllowed(voice.say.nothingFree(reason), none), status: "unavailable" };
  const instead = { reason: obstacle, why: reason, offers, staffNames: calendar.staffNames };
  return { status: "unavailable", ...none, say: sayInstead(voice, instead) };
}
