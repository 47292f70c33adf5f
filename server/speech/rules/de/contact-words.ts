import type { ContactWords } from "../contact-language";
import { germanDigits } from "./digit-words";
import { germanEmails } from "./email-words";
import { germanGuards } from "./guard-words";
import { germanNames } from "./name-words";
import { germanServices } from "./service-words";
import { germanSpelling } from "./spelling-words";
import { germanTopics } from "./topic-words";
import { MONTHS } from "./words";

const TELLING =
  "ich wir sie uns mir mich der die das den dem des ein eine einen einem einer und oder aber nicht kein keine um ab bis von vom zum zur " +
  "bei mit nach vor zwischen gegen auf bitte ja nein doch noch schon gern gerne lieber moechte haette wuerde koennte brauche kann geht " +
  "passt ist waere haben hab termin uhr heute morgen uebermorgen gestern woche wochen tag tage tagen monat naechste naechsten kommende " +
  "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag vormittag nachmittag mittag abend frueh abends morgens " +
  "halb viertel dreiviertel ein zwei zwo drei vier fuenf sechs sieben acht neun zehn elf zwoelf januar maerz mai juni juli oktober dezember wie was wann";

export const germanContacts: ContactWords = {
  digits: germanDigits,
  spelling: germanSpelling,
  names: germanNames,
  email: germanEmails,
  services: germanServices,
  guards: germanGuards,
  topics: germanTopics,
  months: MONTHS,
  questions: {
    email: "Wie lautet Ihre E-Mail-Adresse?",
    phoneMissing: "Unter welcher Nummer erreichen wir Sie?",
    phoneWrong: "Die Nummer ist so nicht vollständig. Sagen Sie sie mir bitte noch einmal, Ziffer für Ziffer?",
  },
  telling: new Set(TELLING.split(" ")),
};
