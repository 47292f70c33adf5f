import type { UnbookableReason } from "@/server/availability/schema";
import { germanGuidance, onDay } from "./guidance-de";

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase("de") + text.slice(1);

/** "9" for 09:00, "9:30" for 09:30. */
const hour = (time: string): string => time.replace(/^0/, "").replace(/:00$/, "");

/** What the agent says in German; another language says the same, sentence by sentence. */
export const german = {
  ...germanGuidance,
  askService: (examples: string) =>
    examples
      ? `Wir bieten zum Beispiel ${examples} an. Welche Leistung wünschen Sie?`
      : "Welche Leistung wünschen Sie? Das kann nur jemand aus dem Team eintragen: Soll Sie jemand zurückrufen?",
  unknownService: (examples: string) =>
    `Diese Leistung habe ich bei uns nicht gefunden. ${examples ? `Möchten Sie ${examples}?` : "Soll Sie jemand zurückrufen?"}`,
  whichService: (names: string) => `Meinen Sie ${names}?`,
  unknownStaff: (names: string) =>
    `Diesen Namen habe ich bei uns nicht gefunden. ${names ? `Möchten Sie zu ${names}, oder ist es Ihnen gleich?` : "Ist es Ihnen gleich, wer Zeit für Sie hat?"}`,
  whichStaff: (names: string) => `Zu wem möchten Sie: ${names}?`,
  whichBranch: (names: string) => `In welche Filiale möchten Sie: ${names}?`,
  askTime: () => "Wann möchten Sie kommen?",
  askClock: (day: string) => `Um wie viel Uhr möchten Sie kommen: ${day}?`,
  askName: () => "Auf welchen Namen darf ich den Termin eintragen?",
  askPhone: () => "Unter welcher Telefonnummer erreichen wir Sie?",
  whichCaller: () => "Unter dieser Nummer kenne ich mehrere Personen. Wie ist Ihr Name?",
  welcomeBack: (name: string) => `Guten Tag, ${name}! Was kann ich für Sie tun?`,
  welcome: () => "Guten Tag! Darf ich Ihren Namen wissen?",

  free: (slot: { when: string; service: string; staff: string }) =>
    `${capital(slot.when)} ist für ${slot.service} bei ${slot.staff} frei. Soll ich das für Sie eintragen?`,
  freeSeveral: (offers: string) => `Ich hätte ${offers} frei. Was passt Ihnen?`,
  notFree: (reason: string, offers: string) => `${reason} Ich hätte ${offers} frei; passt Ihnen davon etwas?`,
  nothingFree: (reason: string) => `${reason} Soll Sie jemand zurückrufen?`,
  taken: (offers: string) => `Dieser Termin ist gerade vergeben worden. Ich hätte noch ${offers}; was passt Ihnen?`,
  offerGone: () => "Diesen Vorschlag habe ich nicht mehr. Wann möchten Sie kommen?",
  readyToBook: (slot: { when: string; service: string }) =>
    `Ich habe alles: ${slot.service}, ${slot.when}. Soll ich nachsehen, ob das frei ist?`,
  booked: (slot: { when: string; service: string; staff: string }) =>
    `Ihr Termin ist gebucht: ${slot.service} bei ${slot.staff}, ${slot.when}. Wir freuen uns auf Sie!`,
  forPeople: (service: string, people: number) => `${service} für ${people} Personen`,
  onePersonEach: () => "Das ist ein Termin für eine Person; für jede weitere suche ich danach einen eigenen.",
  tooFewPlaces: (people: number) => `Für ${people} Personen sind da leider nicht mehr genug Plätze frei.`,
  bookThroughPerson: () =>
    "Diesen Termin vereinbart am besten jemand aus dem Team mit Ihnen. Soll Sie jemand zurückrufen?",
  tooManyOpen: () => "Sie haben schon so viele Termine offen, wie wir vergeben. Soll Sie jemand zurückrufen?",
  tooManyBookings: () => "So viele Termine auf einmal kann ich leider nicht eintragen. Soll Sie jemand zurückrufen?",

  noAppointments: () => "Ich finde keinen kommenden Termin von Ihnen. Soll ich einen für Sie suchen?",
  nextAppointment: (slot: { when: string; service: string; staff: string }) =>
    `Ihr nächster Termin ist ${onDay(slot.when)}: ${slot.service} bei ${slot.staff}.`,
  severalAppointments: (list: string) => `Ihre Termine sind: ${list}.`,
  whichAppointment: (list: string) => `Welchen Termin meinen Sie: ${list}?`,
  furtherAppointments: () => "Weitere nenne ich Ihnen gern, sobald ich sicher weiß, mit wem ich spreche.",

  emailUnclear: () => "Nur die E-Mail-Adresse habe ich leider nicht verstanden. Wie lautet sie noch einmal?",
  whoAreYou: () =>
    "Dafür muss ich sicher sein, mit wem ich spreche, und Ihre Nummer kenne ich nicht. Soll Sie jemand zurückrufen?",
  codeSent: () => "Zu Ihrer Sicherheit habe ich Ihnen einen Code per SMS geschickt. Wie lautet er?",
  askCode: () => "Bitte nennen Sie mir den Code aus der SMS.",
  noCodeHere: () =>
    "Dafür müsste ich Ihnen einen Code per SMS schicken, und an einen Festnetzanschluss geht das nicht. Soll Sie jemand zurückrufen?",
  wrongCode: () => "Dieser Code stimmt leider nicht. Bitte nennen Sie ihn mir noch einmal.",
  askBirthdate: () => "Bitte nennen Sie mir zu Ihrer Sicherheit Ihr Geburtsdatum.",
  wrongBirthdate: () => "Das Geburtsdatum passt leider nicht zu unseren Daten. Bitte nennen Sie es mir noch einmal.",
  triedTooOften: () => "Das hat leider zu oft nicht gestimmt. Soll Sie jemand zurückrufen?",

  cancelled: (slot: { when: string; fee: string | null; refund: string | null }) =>
    [
      `Ihr Termin ${onDay(slot.when)} ist abgesagt.`,
      slot.fee && `Dafür berechnen wir ${slot.fee}.`,
      slot.refund && `Von Ihrer Anzahlung bekommen Sie ${slot.refund} zurück.`,
    ]
      .filter(Boolean)
      .join(" "),
  cancelWarning: (facts: { why: string; fee: string | null }) =>
    `${facts.why}${facts.fee ? `, und es fallen ${facts.fee} an` : ""}. Soll ich den Termin trotzdem absagen?`,
  /** Said with the booking. */
  cancelFreeUntil: (terms: { until: string; fee: string }) =>
    `Kostenlos absagen können Sie bis ${terms.until} vorher, danach berechnen wir ${terms.fee}.`,
  cancelUntil: (until: string) => `Absagen können Sie bis ${until} vorher.`,
  days: (count: number) => `${count} Tage`,
  percentOfPrice: (percent: number) => `${String(percent).replace(".", ",")} Prozent vom Preis`,
  /** "14,50 Euro, das sind 50 Prozent vom Preis". */
  share: (facts: { fee: string; percent: number }) =>
    `${facts.fee}, das sind ${String(facts.percent).replace(".", ",")} Prozent vom Preis,`,
  cancelBlocked: (why: string) => `${why}; ich kann den Termin leider nicht mehr absagen. Soll Sie jemand zurückrufen?`,
  moved: (slot: { when: string; service: string; staff: string }) =>
    `Ihr Termin ist verschoben: ${slot.service} bei ${slot.staff}, ${slot.when}. Bis dann!`,
  moveWarning: (facts: { why: string; fee: string | null }) =>
    `${facts.why}${facts.fee ? `, und es fallen ${facts.fee} an` : ""}. Soll ich den Termin trotzdem verschieben?`,
  moveBlocked: (why: string) => `${why}; ich kann den Termin leider nicht verschieben. Soll Sie jemand zurückrufen?`,
  alreadyOver: () => "Dieser Termin lässt sich nicht mehr ändern. Kann ich sonst etwas für Sie tun?",
  policyReasons: {
    short_notice: "Der Termin ist schon sehr bald",
    too_many_cancellations: "Sie haben in diesem Monat schon mehrmals abgesagt",
    moved_too_often: "Der Termin wurde schon mehrmals verschoben",
  } as Record<string, string>,
  policyReason: "Nach unseren Regeln geht das nicht ohne Weiteres",

  callbackPromised: (when: string) =>
    `Gern, wir rufen Sie zurück, spätestens ${onDay(when)}. Kann ich sonst noch etwas tun?`,
  askCallbackPhone: () => "Unter welcher Nummer dürfen wir Sie zurückrufen?",
  callbackReason: "Bitte um Rückruf",
  human: (number: boolean): string =>
    number
      ? "Gern, ich verbinde Sie mit einem Menschen."
      : "Gern, ein Mensch ruft Sie zurück. Unter welcher Nummer dürfen wir das tun?",
  emergency: () =>
    "Das klingt nach einem Notfall: Bitte wählen Sie sofort die 112. Ärztlichen Rat bekommen Sie rund um die Uhr unter der 116117.",
  unknownNumber: () =>
    "Zu dieser Telefonnummer kann ich leider keine Auskunft geben. Bitte wenden Sie sich direkt an den Betrieb.",
  failure: () => "Das hat gerade leider nicht geklappt. Soll Sie jemand zurückrufen?",
  tooFast: () => "Einen Moment bitte, das waren gerade zu viele Anfragen auf einmal. Soll Sie jemand zurückrufen?",

  openingHours: (hours: string) => `Wir haben so geöffnet: ${hours}.`,
  alwaysClosed: () => "Feste Öffnungszeiten haben wir nicht. Soll Sie jemand zurückrufen?",
  address: (address: string) => `Sie finden uns hier: ${address}.`,
  parking: (text: string) => text,
  noParking: () => "Zum Parken habe ich leider keine Angaben. Soll Sie jemand zurückrufen?",
  phone: (number: string) => `Sie erreichen uns unter ${number}.`,
  price: (facts: { service: string; price: string; duration: string }) =>
    `${facts.service} kostet ${facts.price} und dauert ${facts.duration}.`,
  prices: (list: string) => `Zum Beispiel: ${list}. Für welche Leistung möchten Sie es genau wissen?`,
  services: (list: string) => `Wir bieten zum Beispiel ${list} an. Was interessiert Sie?`,
  staff: (list: string) => `Bei uns arbeiten ${list}.`,
  askTopic: (name: string) => `Was möchten Sie über ${name} wissen: Öffnungszeiten, Adresse, Parken oder Preise?`,
  weekdays: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
  dayRange: (from: string, to: string) => `${from} bis ${to}`,
  /** Of the clock on the wall: "09:00", and "24:00" at the end of a day. */
  hours: (from: string, to: string) =>
    from === "00:00" && to === "24:00" ? "rund um die Uhr" : `von ${hour(from)} bis ${hour(to)} Uhr`,
  closedReasons: {
    empty_range: "Diese Zeit habe ich nicht verstanden.",
    in_the_past: "Diese Zeit ist schon vorbei.",
    beyond_horizon: "So weit im Voraus kann ich noch nicht buchen.",
    nobody_offers_it: "Diese Leistung bieten wir hier leider nicht an.",
    staff_does_not_offer_it: "Diese Person bietet das leider nicht an.",
    closed: "Da haben wir leider geschlossen.",
    holiday: "Da ist Feiertag, und wir haben geschlossen.",
    staff_absent: "Da ist leider niemand da.",
    does_not_fit: "Dafür reicht die Zeit da leider nicht.",
    fully_booked: "Da ist leider schon alles vergeben.",
    daily_limit_reached: "Für diesen Tag ist das leider schon ausgebucht.",
    too_short_notice: "So kurzfristig geht es leider nicht.",
    resource_taken: "Da ist der Raum dafür leider schon vergeben.",
    further_staff_busy: "Da haben wir leider nicht genug Leute dafür.",
    chain_does_not_fit: "Das passt da leider nicht alles hintereinander.",
    working_time_limit_reached: "An dem Tag ist leider niemand mehr dafür da.",
    class_full: "Der Kurs ist da leider schon voll.",
    no_session: "Da findet der Kurs leider nicht statt.",
    off_grid: "Genau zu dieser Zeit geht es leider nicht.",
    too_complex: "Dafür sind so viele Leute und Räume nötig, dass ich das hier nicht sicher planen kann.",
  } satisfies Record<UnbookableReason, string> as Record<UnbookableReason, string>,
};

export type Sentences = typeof german;
