import { addToCallback } from "@/server/appointments/callbacks/commands/add-to-callback";
import { createCallback } from "@/server/appointments/callbacks/commands/create-callback";
import type { TransactionContext } from "@/server/core/context";
import { toOffsetIso } from "@/server/core/time";
import { understandName } from "@/server/speech/rules/understand-name";
import { understandPhone } from "@/server/speech/rules/understand-phone";
import { needsInput, ok } from "../rules/answers";
import { callerName, callerOf } from "../rules/phone";
import type { FunctionAnswer } from "../schema";
import type { FunctionCall } from "./function-call";

/** Has a person call back: on the number said, else the one the call came from. */
export function promiseCallback(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  return promise(tx, { call, priority: "normal" });
}

/** Before all others. */
export function promiseUrgentCallback(tx: TransactionContext, call: FunctionCall): Promise<FunctionAnswer> {
  return promise(tx, { call, priority: "urgent" });
}

interface Promised {
  call: FunctionCall;
  priority: "normal" | "urgent";
}

async function promise(tx: TransactionContext, { call, priority }: Promised): Promise<FunctionAnswer> {
  const { phone, args, voice } = call;
  const said = args.phone_number ?? args.customer_phone ?? "";
  const spoken = understandPhone(said, { country: phone.company.country, language: phone.language });
  const number = "e164" in spoken ? spoken.e164 : phone.number;
  if (!number) {
    const question = said && "ask" in spoken ? spoken.ask : voice.say.askCallbackPhone();
    return needsInput(question, { missing: ["phone_number"] });
  }
  const caller = callerOf(phone);
  const request = {
    callId: phone.call.id,
    name: spokenName(args.name ?? args.customer_name) ?? (caller && callerName(caller)),
    phone: number,
    reason: args.reason ?? null,
    priority,
    preferredTimes: args.preferred_times?.slice(0, 300) ?? null,
  };
  const { callbackId, dueAt } =
    (await addToCallback(tx, request)) ??
    (await createCallback(tx, {
      ...request,
      reason: args.reason ?? voice.say.callbackReason,
      branchId: phone.branch.id,
      customerId: caller?.id ?? null,
    }));
  const promised = voice.time(dueAt.getTime());
  return ok(voice.say.callbackPromised(promised), {
    callback_id: callbackId,
    promised_time: toOffsetIso(phone.branch.timezone, dueAt.getTime()),
    promised,
  });
}

function spokenName(said: string | undefined): string | null {
  if (!said) return null;
  const { firstName, lastName } = understandName(said);
  return [firstName, lastName].filter(Boolean).join(" ").slice(0, 200) || said.slice(0, 200);
}
