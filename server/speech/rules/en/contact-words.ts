import type { ContactWords } from "../contact-language";
import { englishDigits } from "./digit-words";
import { englishEmails } from "./email-words";
import { englishGuards } from "./guard-words";
import { englishNames } from "./name-words";
import { englishServices } from "./service-words";
import { englishSpelling } from "./spelling-words";
import { englishTopics } from "./topic-words";
import { MONTHS } from "./words";

const TELLING =
  "i we you us my me the a of and or but not no at from until till to for with after before between around on please yes " +
  "i'd i'm it's could would can can't like need want have is book appointment o'clock today tomorrow yesterday week weeks day days month next this " +
  "monday tuesday wednesday thursday friday saturday sunday morning afternoon noon evening tonight half quarter past pm " +
  "one two three four five six seven eight nine ten eleven twelve january february march may june july october december how what when anytime " +
  "soon possible earliest available whenever same last hour hours minutes eve year first second third weekend";

export const englishContacts: ContactWords = {
  digits: englishDigits,
  spelling: englishSpelling,
  names: englishNames,
  email: englishEmails,
  services: englishServices,
  guards: englishGuards,
  topics: englishTopics,
  months: MONTHS,
  questions: {
    email: "What is your email address?",
    phoneMissing: "What number can we reach you on?",
    phoneWrong: "That number does not seem complete. Could you say it again, digit by digit?",
  },
  telling: new Set(TELLING.split(" ")),
  unmistakable: /\d(?:st|nd|rd|th)\b/i,
};
