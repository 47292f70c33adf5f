import { minutesOf } from "@/server/core/time-zone";
import { clockWords } from "@/server/speech/rules/en/spoken-times";
import type { Sentences } from "./de";
import { englishGuidance, onDay, stop } from "./guidance-en";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "9 a.m.", "9:30 a.m."; twelve o'clock by its name, which nobody mistakes. */
const hour = (time: string): string => NAMED[time] ?? clockWords(minutesOf(time));
const NAMED: Record<string, string> = { "00:00": "midnight", "12:00": "noon", "24:00": "midnight" };

export const english: Sentences = {
  ...englishGuidance,
  askService: (examples) =>
    examples
      ? `We offer ${examples}, for example. Which service would you like?`
      : "Which service would you like? Somebody from the team has to enter that: would you like them to call you back?",
  unknownService: (examples) =>
    `I couldn't find that service here. Would you like ${examples || "somebody to call you back"}?`,
  whichService: (names) => `Do you mean ${names}?`,
  unknownStaff: (names) =>
    `I couldn't find that name here. ${names ? `Would you like ${names}, or doesn't it matter?` : "Is anybody who has time all right?"}`,
  whichStaff: (names) => `Who would you like to see: ${names}?`,
  whichBranch: (names) => `Which branch would you like: ${names}?`,
  askTime: () => "When would you like to come?",
  askClock: (day) => `What time would you like to come: ${day}?`,
  askName: () => "What name may I put the appointment under?",
  askPhone: () => "What number can we reach you on?",
  whichCaller: () => "I know several people with this number. What is your name?",
  welcomeBack: (name) => `Hello, ${name}! What can I do for you?`,
  welcome: () => "Hello! May I have your name?",

  free: ({ when, service, staff }) =>
    `${capital(when)} is free for ${service} with ${staff}. Shall I book that for you?`,
  freeSeveral: (offers) => `I have ${offers} free. Which suits you?`,
  notFree: (reason, offers) => `${reason} I have ${offers} free; would any of these suit you?`,
  nothingFree: (reason) => `${reason} Would you like somebody to call you back?`,
  taken: (offers) => `That time has just been taken. I still have ${offers}; which suits you?`,
  offerGone: () => "I no longer have that offer. When would you like to come?",
  readyToBook: ({ when, service }) =>
    `I have everything: ${service}, ${stop(when)} Shall I check whether that is free?`,
  booked: ({ when, service, staff }) =>
    `Your appointment is booked: ${service} with ${staff}, ${stop(when)} We look forward to seeing you!`,
  forPeople: (service, people) => `${service} for ${people} people`,
  onePersonEach: () => "That is an appointment for one person; for each other one I will look for another afterwards.",
  tooFewPlaces: (people) => `There are not enough places left for ${people} people then.`,
  bookThroughPerson: () =>
    "Somebody from the team will gladly arrange that with you. Would you like somebody to call you back?",
  tooManyOpen: () =>
    "You already have as many open appointments as we allow. Would you like somebody to call you back?",
  tooManyBookings: () => "I can't enter that many appointments at once. Would you like somebody to call you back?",

  noAppointments: () => "I can't find an upcoming appointment of yours. Shall I look for a free time?",
  nextAppointment: ({ when, service, staff }) => `Your next appointment is ${onDay(when)}: ${service} with ${staff}.`,
  severalAppointments: (list) => `Your appointments are: ${stop(list)}`,
  whichAppointment: (list) => `Which appointment do you mean: ${list}?`,
  furtherAppointments: () => "I can tell you the others once you have confirmed who you are.",

  emailUnclear: () => "The only thing I didn't catch is the e-mail address. What is it again?",
  whoAreYou: () =>
    "For that I have to be sure who I'm speaking with, and I don't know your number. Would you like somebody to call you back?",
  codeSent: () => "For your security I've sent you a code by text message. What is it?",
  askCode: () => "Please tell me the code from the text message.",
  noCodeHere: () =>
    "For that I would have to text you a code, which a landline can't receive. Would you like somebody to call you back?",
  wrongCode: () => "That code isn't right. Please say it once more.",
  askBirthdate: () => "For your security, please tell me your date of birth.",
  wrongBirthdate: () => "That date of birth doesn't match our records. Please say it once more.",
  triedTooOften: () => "That was wrong too many times. Would you like somebody to call you back?",

  cancelled: ({ when, fee, refund }) =>
    [
      `Your appointment ${onDay(when)} is cancelled.`,
      fee && `We charge ${fee} for that.`,
      refund && `Of your deposit you get ${refund} back.`,
    ]
      .filter(Boolean)
      .join(" "),
  cancelWarning: ({ why, fee }) => `${why}${fee ? `, and it costs ${fee}` : ""}. Shall I cancel it anyway?`,
  cancelFreeUntil: ({ until, fee }) =>
    `You can cancel free of charge until ${until} before; after that we charge ${fee}.`,
  cancelUntil: (until) => `You can cancel until ${until} before.`,
  days: (count) => `${count} days`,
  percentOfPrice: (percent) => `${percent} percent of the price`,
  share: ({ fee, percent }) => `${fee}, which is ${percent} percent of the price`,
  cancelBlocked: (why) => `${why}; I can't cancel it any more. Would you like somebody to call you back?`,
  moved: ({ when, service, staff }) =>
    `Your appointment is moved: ${service} with ${staff}, ${stop(when)} See you then!`,
  moveWarning: ({ why, fee }) => `${why}${fee ? `, and it costs ${fee}` : ""}. Shall I move it anyway?`,
  moveBlocked: (why) => `${why}; I can't move it. Would you like somebody to call you back?`,
  alreadyOver: () => "That appointment can't be changed any more. Is there anything else I can do?",
  policyReasons: {
    short_notice: "The appointment is very soon",
    too_many_cancellations: "You have cancelled several times this month",
    moved_too_often: "You have already moved that appointment several times",
  },
  policyReason: "Our rules don't simply allow that",

  callbackPromised: (when) => `Certainly, we'll call you back by ${when} at the latest. Is there anything else?`,
  askCallbackPhone: () => "What number may we call you back on?",
  callbackReason: "Asked to be called back",
  human: (number) =>
    number
      ? "Certainly, I'll put you through to a person."
      : "Certainly, a person will call you back. What number may we use?",
  emergency: () =>
    "That sounds like an emergency: please dial 112 at once. For medical advice, 116117 is there around the clock.",
  unknownNumber: () => "I can't give any information for this number. Please contact the business directly.",
  failure: () => "That didn't work just now. Would you like somebody to call you back?",
  tooFast: () => "One moment please, those were too many questions at once. Would you like somebody to call you back?",

  openingHours: (hours) => `Our opening hours are: ${stop(hours)}`,
  alwaysClosed: () => "We have no fixed opening hours. Would you like somebody to call you back?",
  address: (address) => `You'll find us here: ${address}.`,
  parking: (text) => text,
  noParking: () => "I have no details about parking. Would you like somebody to call you back?",
  phone: (number) => `You can reach us on ${number}.`,
  price: ({ service, price, duration }) => `${service} costs ${price} and takes ${duration}.`,
  prices: (list) => `For example: ${list}. Which service would you like to know about?`,
  services: (list) => `We offer ${list}, for example. What are you interested in?`,
  staff: (list) => `Our team: ${list}.`,
  askTopic: (name) => `What would you like to know about ${name}: opening hours, address, parking or prices?`,
  weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  dayRange: (from, to) => `${from} to ${to}`,
  hours: (from, to) => (from === "00:00" && to === "24:00" ? "around the clock" : `from ${hour(from)} to ${hour(to)}`),
  closedReasons: {
    empty_range: "I didn't understand that time.",
    in_the_past: "That time has already passed.",
    beyond_horizon: "I can't book that far ahead yet.",
    nobody_offers_it: "We don't offer that service here.",
    staff_does_not_offer_it: "That person doesn't offer it.",
    closed: "We're closed then.",
    holiday: "That is a public holiday, and we're closed.",
    staff_absent: "Nobody is in then.",
    does_not_fit: "There isn't enough time for it then.",
    fully_booked: "Everything is taken then.",
    daily_limit_reached: "That day is already full for it.",
    too_short_notice: "That is too short notice.",
    resource_taken: "The room for it is taken then.",
    further_staff_busy: "We don't have enough people for it then.",
    chain_does_not_fit: "It doesn't all fit one after the other then.",
    working_time_limit_reached: "Nobody has time left for it on that day.",
    class_full: "The class is already full then.",
    no_session: "The class doesn't take place then.",
    off_grid: "That exact time isn't possible.",
    too_complex: "It takes so many people and rooms that I can't plan it reliably here.",
  },
};
