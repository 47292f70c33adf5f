import type { FactLine, MessageTexts } from "../text";

const APPOINTMENT: FactLine[] = [
  { label: "Wann", value: "{{appointment_date}}, {{appointment_time}}" },
  { label: "Was", value: "{{service_name}}" },
  { label: "Bei", value: "{{staff_name}}" },
  { label: "Wo", value: "{{branch_name}}, {{branch_address}}" },
];
const CALENDAR = { label: "In den Kalender", link: "{{calendar_link}}" };
const CHANGES = "Etwas dazwischengekommen? Rufen Sie uns an: {{branch_phone}}";
const WHEN = "{{appointment_date}}, {{appointment_time}}";
const CALLER: FactLine[] = [
  { label: "Wer", value: "{{customer_name}}" },
  { label: "Telefon", value: "{{customer_phone}}" },
];

export const texts: MessageTexts = {
  appointment_confirmed: {
    sms: `Ihr Termin steht: ${WHEN}, {{service_name}} bei {{staff_name}}, {{company_name}}.\nAbsagen: {{branch_phone}}`,
    subject: `Ihr Termin am ${WHEN}`,
    heading: "Ihr Termin steht",
    intro: "Guten Tag {{customer_name}}, wir freuen uns auf Sie.",
    facts: APPOINTMENT,
    button: CALENDAR,
    closing: `Kostenlos absagen bis {{cancel_deadline}}\n${CHANGES}`,
  },
  appointment_pending: {
    sms: `Ihre Anfrage ist da: ${WHEN}, {{service_name}}, {{company_name}}. Wir melden uns, sobald der Termin bestätigt ist.`,
    subject: `Ihre Terminanfrage für den ${WHEN}`,
    heading: "Ihre Anfrage ist da",
    intro: "Guten Tag {{customer_name}}, wir prüfen den Termin und melden uns bei Ihnen.",
    facts: APPOINTMENT,
    button: null,
    closing: CHANGES,
  },
  appointment_rescheduled: {
    sms: `Ihr Termin ist verschoben: jetzt ${WHEN}, {{service_name}} bei {{staff_name}}, {{company_name}}.\nFragen: {{branch_phone}}`,
    subject: `Ihr neuer Termin: ${WHEN}`,
    heading: "Ihr Termin ist verschoben",
    intro: "Guten Tag {{customer_name}}, das ist Ihre neue Zeit.",
    facts: APPOINTMENT,
    button: CALENDAR,
    closing: `Kostenlos absagen bis {{cancel_deadline}}\n${CHANGES}`,
  },
  appointment_cancelled: {
    sms: `Ihr Termin am ${WHEN}, {{service_name}}, ist abgesagt. {{company_name}}\nNeuer Termin: {{branch_phone}}`,
    subject: `Abgesagt: Ihr Termin am ${WHEN}`,
    heading: "Ihr Termin ist abgesagt",
    intro: "Guten Tag {{customer_name}}, dieser Termin findet nicht statt.",
    facts: APPOINTMENT,
    button: null,
    closing: "Einen neuen Termin bekommen Sie unter {{branch_phone}}",
  },
  reminder_24h: {
    sms: `Zur Erinnerung: ${WHEN}, {{service_name}} bei {{staff_name}}, {{company_name}}.\nAbsagen: {{branch_phone}}`,
    subject: `Zur Erinnerung: ${WHEN}`,
    heading: "Bis morgen",
    intro: "Guten Tag {{customer_name}}, wir erinnern Sie an Ihren Termin.",
    facts: APPOINTMENT,
    button: CALENDAR,
    closing: CHANGES,
  },
  reminder: {
    sms: `Zur Erinnerung: ${WHEN}, {{service_name}} bei {{staff_name}}, {{company_name}}.\nAbsagen: {{branch_phone}}`,
    subject: `Zur Erinnerung: ${WHEN}`,
    heading: "Ihr Termin",
    intro: "Guten Tag {{customer_name}}, wir erinnern Sie an Ihren Termin.",
    facts: APPOINTMENT,
    button: CALENDAR,
    closing: CHANGES,
  },
  verification_code: {
    sms: "{{verification_code}} ist Ihr Code für {{company_name}}. Er gilt {{valid_minutes}} Minuten.",
    subject: "Ihr Code für {{company_name}}",
    heading: "{{verification_code}}",
    intro: "Nennen Sie diesen Code am Telefon. Er gilt {{valid_minutes}} Minuten.",
    facts: [],
    button: null,
    closing: "",
  },
  callback_created: {
    sms: "Rückruf bis {{due_time}}: {{customer_name}}, {{customer_phone}}. {{callback_reason}}",
    subject: "Rückruf gewünscht: {{customer_name}}",
    heading: "{{customer_name}} möchte zurückgerufen werden",
    intro: "{{callback_reason}}",
    facts: [
      ...CALLER,
      { label: "Am liebsten", value: "{{preferred_times}}" },
      { label: "Zugesagt bis", value: "{{due_date}}, {{due_time}}" },
      { label: "Filiale", value: "{{branch_name}}" },
    ],
    button: { label: "Im Portal öffnen", link: "{{portal_link}}" },
    closing: "",
  },
  call_summary: {
    sms: "Anruf von {{customer_name}}, {{customer_phone}}: {{call_summary}}",
    subject: "Anruf von {{customer_name}}: {{call_outcome}}",
    heading: "Anruf von {{customer_name}}",
    intro: "{{call_summary}}",
    facts: [
      { label: "Ergebnis", value: "{{call_outcome}}" },
      { label: "Telefon", value: "{{customer_phone}}" },
      { label: "Wann", value: "{{call_date}}, {{call_time}}" },
      { label: "Dauer", value: "{{call_duration}}" },
      { label: "Filiale", value: "{{branch_name}}" },
    ],
    button: { label: "Gespräch lesen", link: "{{portal_link}}" },
    closing: "",
  },
};
