import type { FactLine, MessageTexts } from "../text";

const APPOINTMENT: FactLine[] = [
  { label: "When", value: "{{appointment_date}}, {{appointment_time}}" },
  { label: "What", value: "{{service_name}}" },
  { label: "With", value: "{{staff_name}}" },
  { label: "Where", value: "{{branch_name}}, {{branch_address}}" },
];
const CALENDAR = { label: "Add to calendar", link: "{{calendar_link}}" };
const CHANGES = "Has something come up? Call us: {{branch_phone}}";
const WHEN = "{{appointment_date}}, {{appointment_time}}";
const CALLER: FactLine[] = [
  { label: "Who", value: "{{customer_name}}" },
  { label: "Phone", value: "{{customer_phone}}" },
];

export const texts: MessageTexts = {
  appointment_confirmed: {
    sms: `You are booked: ${WHEN}, {{service_name}} with {{staff_name}}, {{company_name}}.\nTo cancel: {{branch_phone}}`,
    subject: `Your appointment on ${WHEN}`,
    heading: "You are booked",
    intro: "Hello {{customer_name}}, we look forward to seeing you.",
    facts: APPOINTMENT,
    button: CALENDAR,
    closing: `Free to cancel until {{cancel_deadline}}\n${CHANGES}`,
  },
  appointment_pending: {
    sms: `We have your request: ${WHEN}, {{service_name}}, {{company_name}}. We will tell you once it is confirmed.`,
    subject: `Your request for ${WHEN}`,
    heading: "We have your request",
    intro: "Hello {{customer_name}}, we are checking the time and will get back to you.",
    facts: APPOINTMENT,
    button: null,
    closing: CHANGES,
  },
  appointment_rescheduled: {
    sms: `Your appointment has moved: now ${WHEN}, {{service_name}} with {{staff_name}}, {{company_name}}.\nQuestions: {{branch_phone}}`,
    subject: `Your new time: ${WHEN}`,
    heading: "Your appointment has moved",
    intro: "Hello {{customer_name}}, this is your new time.",
    facts: APPOINTMENT,
    button: CALENDAR,
    closing: `Free to cancel until {{cancel_deadline}}\n${CHANGES}`,
  },
  appointment_cancelled: {
    sms: `Your appointment on ${WHEN}, {{service_name}}, is cancelled. {{company_name}}\nFor a new one: {{branch_phone}}`,
    subject: `Cancelled: your appointment on ${WHEN}`,
    heading: "Your appointment is cancelled",
    intro: "Hello {{customer_name}}, this appointment does not take place.",
    facts: APPOINTMENT,
    button: null,
    closing: "For a new appointment call {{branch_phone}}",
  },
  reminder_24h: {
    sms: `A reminder: ${WHEN}, {{service_name}} with {{staff_name}}, {{company_name}}.\nTo cancel: {{branch_phone}}`,
    subject: `A reminder: ${WHEN}`,
    heading: "See you tomorrow",
    intro: "Hello {{customer_name}}, this is a reminder of your appointment.",
    facts: APPOINTMENT,
    button: CALENDAR,
    closing: CHANGES,
  },
  reminder: {
    sms: `A reminder: ${WHEN}, {{service_name}} with {{staff_name}}, {{company_name}}.\nTo cancel: {{branch_phone}}`,
    subject: `A reminder: ${WHEN}`,
    heading: "Your appointment",
    intro: "Hello {{customer_name}}, this is a reminder of your appointment.",
    facts: APPOINTMENT,
    button: CALENDAR,
    closing: CHANGES,
  },
  verification_code: {
    sms: "{{verification_code}} is your code for {{company_name}}. It is valid for {{valid_minutes}} minutes.",
    subject: "Your code for {{company_name}}",
    heading: "{{verification_code}}",
    intro: "Say this code on the phone. It is valid for {{valid_minutes}} minutes.",
    facts: [],
    button: null,
    closing: "",
  },
  callback_created: {
    sms: "Call back by {{due_time}}: {{customer_name}}, {{customer_phone}}. {{callback_reason}}",
    subject: "Please call back: {{customer_name}}",
    heading: "{{customer_name}} asks to be called back",
    intro: "{{callback_reason}}",
    facts: [
      ...CALLER,
      { label: "Preferably", value: "{{preferred_times}}" },
      { label: "Promised by", value: "{{due_date}}, {{due_time}}" },
      { label: "Branch", value: "{{branch_name}}" },
    ],
    button: { label: "Open in the portal", link: "{{portal_link}}" },
    closing: "",
  },
  call_summary: {
    sms: "Call from {{customer_name}}, {{customer_phone}}: {{call_summary}}",
    subject: "Call from {{customer_name}}: {{call_outcome}}",
    heading: "Call from {{customer_name}}",
    intro: "{{call_summary}}",
    facts: [
      { label: "Outcome", value: "{{call_outcome}}" },
      { label: "Phone", value: "{{customer_phone}}" },
      { label: "When", value: "{{call_date}}, {{call_time}}" },
      { label: "Length", value: "{{call_duration}}" },
      { label: "Branch", value: "{{branch_name}}" },
    ],
    button: { label: "Read the conversation", link: "{{portal_link}}" },
    closing: "",
  },
};
