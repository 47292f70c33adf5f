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
import { rescheduleByPhone } from "./reschedule-by-phone";
import { searchKnowledge } from "./search-knowledge";
import { sendCode } from "./send-code";
import { tellCompanyInfo } from "./tell-company-info";
import { verifyCode } from "./verify-code";

type PhoneFunction = (tx: TransactionContext, call: FunctionCall) => Promise<FunctionAnswer>;

/** What answers each of them. */
export const FUNCTIONS: Record<FunctionName, PhoneFunction> = {
  "check-customer": checkCustomer,
  "check-availability": checkAvailability,
  "collect-appointment": collectByPhone,
  "book-appointment": bookByPhone,
  "find-appointments": findOwnAppointments,
  "cancel-appointment": cancelByPhone,
  "reschedule-appointment": rescheduleByPhone,
  "determine-service": determineService,
  "extract-appointment-details": extractDetails,
  "request-callback": promiseCallback,
  "transfer-target": findTransferTarget,
  "company-info": tellCompanyInfo,
  "search-knowledge": searchKnowledge,
  "send-code": sendCode,
  "verify-code": verifyCode,
};

/** Each may undo what another one did: what was answered before it no longer holds. */
export const CHANGING: readonly FunctionName[] = ["book-appointment", "cancel-appointment", "reschedule-appointment"];

/** What they did once they don't do again: the same request is answered as the first time. */
export const WRITING: readonly FunctionName[] = [...CHANGING, "request-callback"];
