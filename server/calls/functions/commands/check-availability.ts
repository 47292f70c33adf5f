import type { TransactionContext } from "@/server/core/context";
import { needsInput, notAllowed, ok } from "../rules/answers";
import { chooseBranch } from "../rules/choose-branch";
import { chooseService, exampleServices } from "../rules/choose-service";
import { chooseStaff } from "../rules/choose-staff";
import { callerOf, type PhoneBranch, type PhoneService } from "../rules/phone";
import { type HeardWish, readWish } from "../rules/read-wish";
import { toSlotAnswer } from "../rules/slot-answer";
import type { FunctionAnswer } from "../schema";
import { findOffers, type Offers } from "./find-offers";
import type { FunctionCall } from "./function-call";

/** Finds what the caller asks for, or the nearest to it, and holds what it says for two minutes. */
export async function checkAvailability(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  const { phone, args } = call;
  const branch = chooseBranch(phone, args);
  if ("ask" in branch) return needsInput(branch.ask, { missing: ["branch"] });
  const voice = call.voiceAt(branch.found);
  const asked = { phone, args, voice, branchId: branch.found.id };
  const service = chooseService(asked);
  if ("missing" in service)
    return needsInput(voice.say.askService(exampleServices(phone, asked)), { missing: ["service"] });
  if ("ask" in service) return needsInput(service.ask, { missing: ["service"] });
  const staff = chooseStaff(asked);
  if ("ask" in staff) return needsInput(staff.ask, { missing: ["staff"] });
  const heard = readWish({ phone, args, branch: branch.found, now: tx.now.getTime() });
  if (!heard) return needsInput(voice.say.askTime(), { missing: ["date"] });
  if (heard.wish.ranges.length === 0) return needsInput(heard.wish.ask ?? voice.say.askTime(), { missing: ["date"] });
  const found = await findOffers(tx, {
    callId: phone.call.id,
    branchId: branch.found.id,
    serviceId: service.found.id,
    staffId: "found" in staff ? staff.found.id : null,
    preferredStaffId: callerOf(phone)?.preferredStaffId ?? null,
    wish: heard.wish,
  });
  return toAnswer(call, { found, heard, branch: branch.found, service: service.found });
}

interface Found {
  found: Offers;
  heard: HeardWish;
  branch: PhoneBranch;
  service: PhoneService;
}

function toAnswer(call: FunctionCall, { found, heard, branch, service }: Found): FunctionAnswer {
  const voice = call.voiceAt(branch);
  const { calendar, offers } = found;
  const { zone, branchName, serviceName, currency, staffNames } = calendar;
  const slots = offers.map((offer) => toSlotAnswer(offer, { zone, branchName, serviceName, currency, staffNames }));
  const { ask, assumptions } = heard.wish;
  const about = {
    understood: heard.understood,
    ...(assumptions.length > 0 && { assumptions }),
    ...(ask && { ask }),
    service_id: service.id,
    service_name: service.name,
    branch_name: branch.name,
  };
  const [slot] = slots;
  const [offer] = offers;
  if (slot && offer && found.isAsWished) {
    const facts = { when: voice.time(offer.startsAt), service: service.name, staff: slot.staff_name };
    const say = offers.length === 1 ? voice.say.free(facts) : voice.say.freeSeveral(voice.offers(offers));
    return ok(say, { available: true, slot, slots, staff_name: slot.staff_name, next_available_slots: [], ...about });
  }
  const reason = voice.say.closedReasons[found.reason ?? "fully_booked"];
  const none = { available: false, slot: null, slots: [], next_available_slots: slots, reason, ...about };
  if (slots.length === 0) return { ...notAllowed(voice.say.nothingFree(reason), none), status: "unavailable" };
  return { status: "unavailable", ...none, say: voice.say.notFree(reason, voice.offers(offers)) };
}
