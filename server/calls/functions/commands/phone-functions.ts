import type { TransactionContext } from "@/server/core/context";
import type { FunctionAnswer, FunctionName } from "../schema";
import { bookByPhone } from "./book-by-phone";
import { cancelByPhone } from "./cancel-by-phone";
import { checkAvailability } from "./check-availability";
import { checkCustomer } from "./check-customer";
import { collectByPhone } from "./collect-by-phone";
import { determineService } from "./determine-service";
import { extractDetails } from "./extract-details";
import { findOwnAppointments } from "./find-own-appointments";
import { findTransferTarget } from "./find-transfer-target";
import type { FunctionCall } from "./function-call";
import { promiseCallback } from "./promise-callback";
import { recogniseByName } from "./recognise-by-name";
import { rescheduleByPhone } from "./reschedule-by-phone";
import { searchKnowledge } from "./search-knowledge";
import { sendCode } from "./send-code";
import { tellCompanyInfo } from "./tell-company-info";
import { verifyCode } from "./verify-code";

type PhoneFunction = (tx: TransactionContext, call: FunctionCall) => Promise<FunctionAnswer>;

/** It is about somebody's own: of several who share a number the one who says their name. */
function recognised(answer: PhoneFunction): PhoneFunction {
  return async (tx, call) => answer(tx, await recogniseByName(tx, call));
}

/** What answers each of them. */
export const FUNCTIONS: Record<FunctionName, PhoneFunction> = {
  "check-customer": checkCustomer,
  "check-availability": checkAvailability,
  "collect-appointment": collectByPhone,
  "book-appointment": bookByPhone,
  "find-appointments": recognised(findOwnAppointments),
  "cancel-appointment": recognised(cancelByPhone),
  "reschedule-appointment": recognised(rescheduleByPhone),
  "determine-service": determineService,
  "extract-appointment-details": extractDetails,
  "request-callback": promiseCallback,
  "transfer-target": findTransferTarget,
  "company-info": tellCompanyInfo,
  "search-knowledge": searchKnowledge,
  "send-code": recognised(sendCode),
  "verify-code": recognised(verifyCode),
};

/** Each may undo what another one did: what was answered before it no longer holds. */
export const CHANGING: readonly FunctionName[] = ["book-appointment", "cancel-appointment", "reschedule-appointment"];

/** What they did once they don't do again: the same request is answered as the first time. */
export const WRITING: readonly FunctionName[] = [...CHANGING, "request-callback"];
