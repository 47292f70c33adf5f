import type { FunctionName, FunctionStatus } from "@/server/calls/functions/schema";
import { coming, iso } from "./coming-days";
import type { PhoneStage } from "./phone-stage";
import type { Answer } from "./telephone";

/** What each function can answer, besides a failure, which each of them can. */
export const PROMISED: Record<FunctionName, Exclude<FunctionStatus, "error">[]> = {
  "check-customer": ["ok", "needs_input", "not_allowed"],
  "check-availability": ["ok", "needs_input", "unavailable", "not_allowed"],
  "collect-appointment": ["ok", "needs_input", "not_allowed"],
  "book-appointment": ["ok", "needs_input", "unavailable", "conflict", "not_allowed"],
  "find-appointments": ["ok", "needs_input", "not_allowed"],
  "cancel-appointment": ["ok", "needs_input", "unavailable", "not_allowed"],
  "reschedule-appointment": ["ok", "needs_input", "unavailable", "conflict", "not_allowed"],
  "determine-service": ["ok", "needs_input", "not_allowed"],
  "extract-appointment-details": ["ok", "needs_input", "not_allowed"],
  "request-callback": ["ok", "needs_input"],
  "transfer-target": ["ok", "unavailable", "not_allowed"],
  "company-info": ["ok", "needs_input", "not_allowed"],
  "search-knowledge": ["ok", "needs_input", "unavailable", "not_allowed"],
  "send-code": ["ok", "needs_input", "not_allowed"],
  "verify-code": ["ok", "needs_input", "not_allowed"],
};

interface Row {
  status: Exclude<FunctionStatus, "error">;
  asked: (stage: PhoneStage) => Promise<Answer>;
  /** What the agent is to do next. */
  next?: FunctionName;
  /** It says what a business has written, in whatever language that is. */
  isQuoted?: boolean;
}

/** The last two are for what is moved: whatever others are offered lies before. */
const [tuesday, wednesday, friday, saturday] = [coming(2), coming(3), coming(5), coming(6)];
const massage = { service: "Massage" };
const emergency = { reason: "chest pain" };
const callback = { status: "not_allowed", next: "request-callback" } as const;

/** One answer of each kind, as a conversation brings it about. */
export const CONTRACT: Record<FunctionName, Row[]> = {
  "check-customer": [
    { status: "ok", asked: (stage) => stage.anna("check-customer", {}) },
    { status: "needs_input", asked: (stage) => stage.family("check-customer", {}) },
    { ...callback, asked: (stage) => stage.anna("check-customer", emergency) },
  ],
  "check-availability": [
    {
      status: "ok",
      asked: (stage) => stage.anna("check-availability", { ...massage, date: wednesday, time: "15:00" }),
    },
    { status: "needs_input", asked: (stage) => stage.anna("check-availability", massage) },
    {
      status: "unavailable",
      asked: (stage) => stage.anna("check-availability", { ...massage, starts_at: iso(wednesday, 23) }),
    },
    { ...callback, asked: (stage) => stage.anna("check-availability", { ...massage, wish: "operator" }) },
  ],
  "collect-appointment": [
    {
      status: "ok",
      asked: (stage) => stage.anna("collect-appointment", { ...massage, date: wednesday, time: "15:00" }),
    },
    { status: "needs_input", asked: (stage) => stage.anna("collect-appointment", {}) },
    { ...callback, asked: (stage) => stage.anna("collect-appointment", emergency) },
  ],
  "book-appointment": [
    { status: "ok", asked: (stage) => stage.anna("book-appointment", { ...massage, starts_at: iso(wednesday, 9) }) },
    {
      status: "needs_input",
      asked: (stage) => stage.hidden("book-appointment", { ...massage, starts_at: iso(wednesday, 11) }),
    },
    {
      status: "unavailable",
      asked: (stage) => stage.anna("book-appointment", { ...massage, starts_at: iso(wednesday, 23) }),
    },
    {
      status: "conflict",
      asked: async (stage) => {
        const wish = { ...massage, starts_at: iso(tuesday, 9) };
        await stage.anna("book-appointment", wish);
        return stage.stranger("book-appointment", { ...wish, customer_name: "Ada Lovelace" });
      },
    },
    { ...callback, asked: (stage) => stage.anna("book-appointment", { ...massage, ...emergency }) },
  ],
  "find-appointments": [
    { status: "ok", asked: (stage) => stage.anna("find-appointments", {}) },
    { status: "needs_input", asked: (stage) => stage.proving("code").anna("find-appointments", { code: "1" }) },
    { ...callback, asked: (stage) => stage.hidden("find-appointments", {}) },
  ],
  "cancel-appointment": [
    {
      status: "ok",
      asked: async (stage) => stage.anna("cancel-appointment", { appointment_id: await stage.booked(friday, 16) }),
    },
    { status: "needs_input", asked: (stage) => stage.proving("birthdate").anna("cancel-appointment", {}) },
    { status: "unavailable", asked: (stage) => stage.newcomer("cancel-appointment", {}) },
    { ...callback, asked: (stage) => stage.hidden("cancel-appointment", {}) },
  ],
  "reschedule-appointment": [
    {
      status: "ok",
      asked: async (stage) => {
        const appointment_id = await stage.booked(friday, 9);
        return stage.anna("reschedule-appointment", { appointment_id, starts_at: iso(friday, 11) });
      },
    },
    {
      status: "needs_input",
      asked: async (stage) => stage.anna("reschedule-appointment", { appointment_id: await stage.booked(friday, 14) }),
    },
    {
      status: "unavailable",
      asked: (stage) => stage.newcomer("reschedule-appointment", { starts_at: iso(friday, 15) }),
    },
    {
      status: "conflict",
      asked: async (stage) => {
        const appointment_id = await stage.booked(friday, 12);
        await stage.stranger("book-appointment", {
          ...massage,
          starts_at: iso(saturday, 12),
          customer_name: "Ada Lovelace",
        });
        return stage.anna("reschedule-appointment", { appointment_id, starts_at: iso(saturday, 12) });
      },
    },
    { ...callback, asked: (stage) => stage.hidden("reschedule-appointment", {}) },
  ],
  "determine-service": [
    {
      status: "ok",
      next: "check-availability",
      asked: (stage) => stage.anna("determine-service", { text: "Massage" }),
    },
    { status: "needs_input", asked: (stage) => stage.anna("determine-service", { text: "Haarschnitt" }) },
    { ...callback, asked: (stage) => stage.anna("determine-service", { text: "chest pain" }) },
  ],
  "extract-appointment-details": [
    {
      status: "ok",
      next: "collect-appointment",
      asked: (stage) => stage.anna("extract-appointment-details", { text: "Massage, 10:00" }),
    },
    { status: "needs_input", asked: (stage) => stage.anna("extract-appointment-details", { text: "hm" }) },
    { ...callback, asked: (stage) => stage.anna("extract-appointment-details", { text: "operator" }) },
  ],
  "request-callback": [
    { status: "ok", asked: (stage) => stage.anna("request-callback", { reason: "x" }) },
    { status: "needs_input", asked: (stage) => stage.hidden("request-callback", { reason: "x" }) },
  ],
  "transfer-target": [
    { status: "ok", asked: (stage) => stage.anna("transfer-target", { branch: "Immerda" }) },
    {
      status: "unavailable",
      next: "request-callback",
      asked: (stage) => stage.anna("transfer-target", { branch: "Niemals" }),
    },
    { ...callback, asked: (stage) => stage.anna("transfer-target", emergency) },
  ],
  "company-info": [
    { status: "ok", asked: (stage) => stage.anna("company-info", { topic: "price", service: "Massage" }) },
    { status: "needs_input", asked: (stage) => stage.anna("company-info", {}) },
    { ...callback, asked: (stage) => stage.anna("company-info", { topic: "chest pain" }) },
  ],
  "search-knowledge": [
    { status: "ok", isQuoted: true, asked: (stage) => stage.anna("search-knowledge", { question: "Gutscheine" }) },
    { status: "needs_input", asked: (stage) => stage.anna("search-knowledge", {}) },
    {
      status: "unavailable",
      next: "request-callback",
      asked: (stage) => stage.anna("search-knowledge", { question: "Raumfahrt" }),
    },
    { ...callback, asked: (stage) => stage.anna("search-knowledge", { question: "operator" }) },
  ],
  "send-code": [
    { status: "ok", next: "verify-code", asked: (stage) => stage.proving("code").anna("send-code", {}) },
    { status: "needs_input", asked: (stage) => stage.proving("birthdate").anna("send-code", {}) },
    { ...callback, asked: (stage) => stage.hidden("send-code", {}) },
  ],
  "verify-code": [
    { status: "ok", asked: (stage) => stage.proving("birthdate").anna("verify-code", { birthdate: "1985-03-14" }) },
    { status: "needs_input", asked: (stage) => stage.proving("code").anna("verify-code", { code: "1" }) },
    { ...callback, asked: (stage) => stage.hidden("verify-code", { code: "1" }) },
  ],
};
