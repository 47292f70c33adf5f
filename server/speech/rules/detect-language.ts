import type { SpeechLanguage } from "../schema";
import { fold } from "./fold";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Frequent words that only one of the languages has; what both have ("in", "so", "am") tells nothing. */
const TELLING: Record<SpeechLanguage, ReadonlySet<string>> = {
  de: words(
    "ich wir sie uns mir mich der die das den dem des ein eine einen einem einer und oder aber nicht kein keine um ab bis von vom zum zur " +
      "bei mit nach vor zwischen gegen auf bitte ja nein doch noch schon gern gerne lieber moechte haette wuerde koennte brauche kann geht " +
      "passt ist waere haben hab termin uhr heute morgen uebermorgen gestern woche wochen tag tage tagen monat naechste naechsten kommende " +
      "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag vormittag nachmittag mittag abend frueh abends morgens " +
      "halb viertel dreiviertel ein zwei zwo drei vier fuenf sechs sieben acht neun zehn elf zwoelf januar maerz mai juni juli oktober dezember wie was wann",
  ),
  en: words(
    "i we you us my me the a of and or but not no at from until till to for with after before between around on please yes " +
      "i'd i'm it's could would can can't like need want have is book appointment o'clock today tomorrow yesterday week weeks day days month next this " +
      "monday tuesday wednesday thursday friday saturday sunday morning afternoon noon evening tonight half quarter past pm " +
      "one two three four five six seven eight nine ten eleven twelve january february march may june july october december how what when anytime " +
      "soon possible earliest available whenever same last hour hours minutes eve year first second third weekend",
  ),
};

const ENGLISH_ORDINAL = /\d(?:st|nd|rd|th)\b/i;

/** The language a sentence is most likely in, for whoever was not told; German when nothing tells. */
export function detectLanguage(text: string): SpeechLanguage {
  if (ENGLISH_ORDINAL.test(text)) return "en";
  const said = fold(text).match(/\p{L}+(?:'\p{L}+)?/gu) ?? [];
  const count = (language: SpeechLanguage) => said.filter((word) => TELLING[language].has(word)).length;
  return count("en") > count("de") ? "en" : "de";
}
