import type { Guidance } from "./guidance-de";

/** "3 p.m." already ends with its stop. */
export const stop = (words: string): string => (words.endsWith(".") ? words : `${words}.`);

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;

/** "on Tuesday, 8 December", where a sentence goes on with the day; "today" and "tomorrow" stand alone. */
export const onDay = (when: string): string => (WEEKDAY.test(when) ? `on ${when}` : when);

export const englishGuidance: Guidance = {
  serviceFound: ({ service, price, duration }) =>
    `Certainly, ${service}: it takes ${duration} and costs ${price}. When would you like to come?`,
  detailsFound: (details) => `I understood: ${stop(details)} Is that right?`,
  askDetails: () => "What may I put down for you: which service, and when would you like to come?",
  identityProved: () => "Thank you, now I know for sure who I'm speaking with. What can I do for you?",
  proofNotNeeded: () => "I don't need a code from you for that. What can I do for you?",
  visitAt: ({ service, when }) => `${service} ${onDay(when)}`,
  freeWithOthers: ({ reason, staff, offers }) =>
    `${reason} With ${staff} I have ${offers} free; would any of these suit you?`,
  transferring: (name) => `One moment please, I'll put you through to ${name}.`,
  failedAgain: (name) => `I'm sorry, that isn't working. One moment please, I'll put you through to ${name}.`,
  takingMessage: () => "I'm sorry, that isn't working either. What may I pass on, so that somebody calls you back?",
  nobodyThere: () => "Nobody can come to the phone at the moment. Would you like somebody to call you back?",
  otherBranch: ({ offered, own }) =>
    `That offer is at our branch ${offered}, but your appointment is at ${own}. When would suit you there?`,
  welcomeAnybody: () => "Hello! What can I do for you?",
  welcomeNew: () => "Hello! I don't know you by that name yet. What can I do for you?",
  birthdateUnclear: () => "I didn't understand that. Please tell me the day, month and year of your birth.",
  askQuestion: () => "What would you like to know?",
  notKnown: () => "I'm not sure about that. Would you like somebody to call you back who knows?",
  emergencyCallback: (when) => `I've told the team; we'll call you back by ${when} at the latest.`,
};
