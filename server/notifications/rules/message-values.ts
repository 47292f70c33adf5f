import parsePhoneNumber from "libphonenumber-js/min";
import type { ExceptionKind } from "@/server/availability/schema";
import type { MessageLanguage } from "../schema";
import type { AbsenceFacts, BranchFacts, MessageFacts } from "./message-facts";
import type { TemplateValues } from "./placeholders";
import { CODE_VALID_MINUTES } from "./timing";
import { writeDate, writeMinutes, writeTime } from "./written-time";

interface Form {
  language: MessageLanguage;
  /** A text message: short dates. */
  isShort: boolean;
}

/** Every placeholder's value; what the facts do not tell is empty. */
export function toTemplateValues(facts: MessageFacts, form: Form): TemplateValues {
  const { branch, customer, company, code } = facts;
  const phone = branch?.phone ?? company.phone;
  return {
    company_name: company.name,
    customer_name: customer?.name ?? "",
    branch_name: branch?.name ?? "",
    branch_address: branch ? addressOf(branch) : "",
    ...phoneValues("branch", phone),
    verification_code: code ?? "",
    valid_minutes: String(CODE_VALID_MINUTES),
    ...appointmentValues(facts, form),
    ...callValues(facts, form),
    ...callbackValues(facts, form),
    ...absenceValues(facts, form),
  };
}

function appointmentValues({ appointment, branch }: MessageFacts, form: Form): TemplateValues {
  if (!appointment) return {};
  const { startsAt, cancelDeadline } = appointment;
  const write = writerOf(branch, form);
  return {
    appointment_date: write.date(startsAt),
    appointment_time: write.time(startsAt),
    service_name: appointment.serviceName,
    staff_name: appointment.staffName,
    calendar_link: appointment.calendarLink,
    cancel_deadline: cancelDeadline ? `${write.date(cancelDeadline)}, ${write.time(cancelDeadline)}` : "",
  };
}

function callValues({ call, customer, branch }: MessageFacts, form: Form): TemplateValues {
  if (!call) return {};
  const write = writerOf(branch, form);
  return {
    ...phoneValues("customer", call.phone),
    customer_name: customer?.name || writePhone(call.phone) || UNKNOWN[form.language],
    call_summary: clip(call.summary ?? "", form),
    call_outcome: OUTCOMES[form.language][call.outcome] ?? "",
    call_date: write.date(call.startedAt),
    call_time: write.time(call.startedAt),
    call_duration: call.durationSec === null ? "" : writeMinutes(call.durationSec, form.language),
    portal_link: call.link,
  };
}

function callbackValues({ callback, customer, branch }: MessageFacts, form: Form): TemplateValues {
  if (!callback) return {};
  const write = writerOf(branch, form);
  return {
    ...phoneValues("customer", callback.phone),
    customer_name: customer?.name || callback.name || writePhone(callback.phone) || UNKNOWN[form.language],
    callback_reason: clip(callback.reason, form),
    preferred_times: callback.preferredTimes ?? "",
    due_date: write.date(callback.dueAt),
    due_time: write.time(callback.dueAt),
    portal_link: callback.link,
  };
}

function absenceValues({ absence }: MessageFacts, form: Form): TemplateValues {
  if (!absence) return {};
  return {
    staff_name: absence.staffName,
    absence_kind: ABSENCES[form.language][absence.kind],
    absence_period: periodOf(absence, form),
    absence_reason: clip(absence.reason ?? "", form),
    decision_note: clip(absence.decisionNote ?? "", form),
    portal_link: absence.link,
  };
}

/** One day, from one to another, or between two times. */
function periodOf({ startsAt, endsAt, isWholeDays, timezone }: AbsenceFacts, form: Form): string {
  const place = { timezone, language: form.language };
  const day = (at: Date) => writeDate(at, { ...place, isShort: form.isShort });
  const [first, last] = [day(startsAt), day(new Date(endsAt.getTime() - 1))];
  if (isWholeDays) return first === last ? first : `${first} – ${last}`;
  const [from, until] = [writeTime(startsAt, place), writeTime(endsAt, place)];
  return first === last ? `${first}, ${from} – ${until}` : `${first}, ${from} – ${last}, ${until}`;
}

/** What callers and models say has no end; a text message has to, for each of its parts costs. */
const LONGEST_SHORT_TEXT = 200;

const clip = (text: string, { isShort }: Form): string =>
  isShort && text.length > LONGEST_SHORT_TEXT ? `${text.slice(0, LONGEST_SHORT_TEXT - 3).trimEnd()}...` : text;

function writerOf(branch: BranchFacts | null, { language, isShort }: Form) {
  const place = { timezone: branch?.timezone ?? "Europe/Berlin", language };
  return {
    date: (at: Date) => writeDate(at, { ...place, isShort }),
    time: (at: Date) => writeTime(at, place),
  };
}

function addressOf({ street, postalCode, city }: BranchFacts): string {
  return [street, [postalCode, city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

function phoneValues(whose: "branch" | "customer", phone: string | null): TemplateValues {
  const link = phone ? parsePhoneNumber(phone, "DE")?.getURI() : null;
  return { [`${whose}_phone`]: writePhone(phone), [`${whose}_phone_link`]: link ?? "" };
}

/** As people write it, with its country: it can be dialled from anywhere. */
function writePhone(phone: string | null): string {
  if (!phone) return "";
  return parsePhoneNumber(phone, "DE")?.formatInternational() ?? phone;
}

const UNKNOWN: Record<MessageLanguage, string> = { de: "Unbekannt", en: "Unknown" };

const OUTCOMES: Record<MessageLanguage, Record<string, string>> = {
  de: {
    booked: "Termin gebucht",
    rescheduled: "Termin verschoben",
    cancelled: "Termin abgesagt",
    info: "Auskunft",
    callback: "Rückruf gewünscht",
    voicemail: "Anrufbeantworter",
    abandoned: "Aufgelegt",
    transferred: "Verbunden",
    spam: "Werbung",
    unknown: "Ohne Ergebnis",
  },
  en: {
    booked: "Appointment booked",
    rescheduled: "Appointment moved",
    cancelled: "Appointment cancelled",
    info: "Question answered",
    callback: "Call back wanted",
    voicemail: "Voicemail",
    abandoned: "Hung up",
    transferred: "Transferred",
    spam: "Advertising",
    unknown: "No outcome",
  },
};

const ABSENCES: Record<MessageLanguage, Record<ExceptionKind, string>> = {
  de: {
    vacation: "Urlaub",
    sick: "Krankheit",
    training: "Fortbildung",
    blocked: "Nicht verfügbar",
    closed: "Abwesend",
    special_hours: "Andere Arbeitszeit",
  },
  en: {
    vacation: "Holiday",
    sick: "Sick leave",
    training: "Training",
    blocked: "Not available",
    closed: "Away",
    special_hours: "Other working hours",
  },
};
