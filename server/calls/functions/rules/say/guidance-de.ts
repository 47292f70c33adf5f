const WEEKDAY = /^(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)(?!\p{L})/u;

/** "am Dienstag, den 8. Dezember", where a sentence goes on with the day; "heute" and "morgen" stand alone. */
export const onDay = (when: string): string => (WEEKDAY.test(when) ? `am ${when}` : when);

/** What leads a caller on, in German: what was understood, what the business knows, and the way to a person. */
export const germanGuidance = {
  serviceFound: (facts: { service: string; price: string; duration: string }) =>
    `Gern, ${facts.service}: das dauert ${facts.duration} und kostet ${facts.price}. Wann möchten Sie kommen?`,
  detailsFound: (details: string) => `Ich habe verstanden: ${details}. Ist das richtig?`,
  askDetails: () => "Was darf ich für Sie eintragen: welche Leistung, und wann möchten Sie kommen?",
  identityProved: () => "Vielen Dank, jetzt weiß ich sicher, mit wem ich spreche. Was kann ich für Sie tun?",
  proofNotNeeded: () => "Dafür brauche ich keinen Code von Ihnen. Was kann ich für Sie tun?",
  /** "Massage am Dienstag, den 8. Dezember, um halb drei". */
  visitAt: (visit: { service: string; when: string }) => `${visit.service} ${onDay(visit.when)}`,
  /** Somebody else does it. */
  freeWithOthers: (facts: { reason: string; staff: string; offers: string }) =>
    `${facts.reason} Bei ${facts.staff} hätte ich ${facts.offers} frei; passt Ihnen davon etwas?`,
  transferring: (name: string) => `Einen Moment bitte, ich verbinde Sie mit ${name}.`,
  failedAgain: (name: string) => `Das klappt gerade leider nicht. Einen Moment bitte, ich verbinde Sie mit ${name}.`,
  takingMessage: () => "Das klappt gerade leider auch nicht. Was darf ich ausrichten, damit Sie jemand zurückruft?",
  nobodyThere: () => "Gerade ist leider niemand da, der ans Telefon gehen kann. Soll Sie jemand zurückrufen?",
  otherBranch: (facts: { offered: string; own: string }) =>
    `Dieser Vorschlag ist in der Filiale ${facts.offered}, Ihr Termin aber in der Filiale ${facts.own}. Wann passt es Ihnen dort?`,
  welcomeAnybody: () => "Guten Tag! Was kann ich für Sie tun?",
  welcomeNew: () => "Guten Tag! Unter diesem Namen kenne ich Sie noch nicht. Was kann ich für Sie tun?",
  birthdateUnclear: () => "Das habe ich nicht verstanden. Bitte nennen Sie mir Tag, Monat und Jahr Ihrer Geburt.",
  askQuestion: () => "Was möchten Sie wissen?",
  notKnown: () => "Das weiß ich leider nicht sicher. Soll Sie jemand zurückrufen, der es weiß?",
  emergencyCallback: (when: string) =>
    `Ich habe das Team verständigt; wir rufen Sie zurück, spätestens ${onDay(when)}.`,
};

export type Guidance = typeof germanGuidance;
