/** What was said when a number was asked for in Germany, and the number; `?` where it has to be asked for again, `-` for a hidden one. */
export type SaidPhone = readonly [said: string, number: string];

const MOBILE = "+4917644321089";

export const digitByDigit: SaidPhone[] = [
  ["null eins sieben sechs vier vier drei zwei eins null acht neun", MOBILE],
  ["null eins sieben sechs, vier vier drei, zwo eins null, acht neun", MOBILE],
  ["äh null eins sieben sechs ähm vier vier drei zwei eins null acht neun", MOBILE],
  ["ja das ist die null eins sieben sechs vier vier drei zwei eins null acht neun", MOBILE],
  ["Null, eins, sieben, sechs. Vier, vier. Drei, zwei. Eins, null. Acht, neun.", MOBILE],
  ["0 1 7 6 4 4 3 2 1 0 8 9", MOBILE],
  ["Meine Handynummer lautet null eins sieben sechs vier vier drei zwo eins null acht neun danke", MOBILE],
  ["null eins sieben sechs doppel vier drei zwei eins null acht neun", MOBILE],
  ["null eins sieben sechs zweimal die vier drei zwei eins null acht neun", MOBILE],
  ["null eins fünef eins zwo zwo drei drei vier vier fünef fünef", "+4915122334455"],
  ["null drei null fünf fünf fünf eins zwei drei vier", "+49305551234"],
  ["null drei null dreimal fünf eins zwei drei vier", "+49305551234"],
  ["null drei null dreimal die fünf eins zwei drei vier", "+49305551234"],
  ["null vier null drei zwei eins null sechs fünf vier", "+49403210654"],
];

export const inGroups: SaidPhone[] = [
  ["null eins sechsundsiebzig vierundvierzig zweiunddreißig zehn neunundachtzig", MOBILE],
  ["null eins sieben sechs, vierundvierzig, zweiunddreißig, zehn, neunundachtzig", MOBILE],
  ["null hundertsechsundsiebzig vierundvierzig zweiunddreißig zehn neunundachtzig", MOBILE],
  ["null eins sieben sechs vierhundertdreiundvierzig zweihundertzehn neunundachtzig", "+4917644321089"],
  ["null vierzig zweiunddreißig zehn sechs fünf vier", "+49403210654"],
  ["null neunundachtzig zwölf vierunddreißig sechsundfünfzig", "+4989123456"],
  ["null zweihunderteinundzwanzig achtzig dreißig vierzig", "+49221803040"],
  ["null sieben elf zwölf vierunddreißig sechsundfünfzig", "+49711123456"],
  ["null eins sieben sechs zwei und zwanzig drei und dreißig vierundvierzig fünf fünf", "+4917622334455"],
  ["null drei null fünfundfünfzig fünf zwölf vierunddreißig", "+49305551234"],
  ["null eins sieben sechs vier und vierzig zwounddreißig zehn neunundachtzig", MOBILE],
];

export const international: SaidPhone[] = [
  ["plus vier neun eins sieben sechs vier vier drei zwei eins null acht neun", MOBILE],
  ["plus neunundvierzig eins sieben sechs vierundvierzig zweiunddreißig zehn neunundachtzig", MOBILE],
  ["null null vier neun eins sieben sechs vier vier drei zwei eins null acht neun", MOBILE],
  ["doppel null vier neun eins sieben sechs vier vier drei zwei eins null acht neun", MOBILE],
  ["vier neun eins sieben sechs vier vier drei zwei eins null acht neun", MOBILE],
  ["plus neunundvierzig null eins sieben sechs vier vier drei zwei eins null acht neun", MOBILE],
  ["plus vier drei sechs sechs vier eins zwei drei vier fünf sechs sieben", "+436641234567"],
  ["null null vier drei sechs sechs vier eins zwei drei vier fünf sechs sieben", "+436641234567"],
  ["plus vier eins sieben neun eins zwei drei vier fünf sechs sieben", "+41791234567"],
  [
    "eine österreichische Nummer, plus dreiundvierzig sechs sechs vier eins zwei drei vier fünf sechs sieben",
    "+436641234567",
  ],
  ["plus vier acht sechs null null eins zwei drei vier fünf sechs", "+48600123456"],
  ["die Vorwahl ist plus vier neun, dann eins sieben sechs vier vier drei zwei eins null acht neun", MOBILE],
];

export const written: SaidPhone[] = [
  ["0176 44321089", MOBILE],
  ["0176/44321089", MOBILE],
  ["0176-4432-1089", MOBILE],
  ["(0176) 443 210 89", MOBILE],
  ["+49 176 443 210 89", MOBILE],
  ["+49 (0)176 44321089", MOBILE],
  ["0049 176 44321089", MOBILE],
  ["0049 (0) 176 44321089", MOBILE],
  ["tel:+4917644321089", MOBILE],
  ["0176.443.210.89", MOBILE],
  ["0176 44 32 10 89.", MOBILE],
  ["+49\u00a0176\u00a044321089", MOBILE],
  ["030/555-1234", "+49305551234"],
  ["+43 (0)664 1234567", "+436641234567"],
];

export const withWordsAround: SaidPhone[] = [
  ["am besten abends ab 18 Uhr unter 0176 44321089", MOBILE],
  ["unter 0176 44321089, aber erst ab 17 Uhr", MOBILE],
  ["unter der null eins sieben sechs vier vier drei zwei eins null acht neun bin ich immer zu erreichen", MOBILE],
  ["Vorwahl null drei null und dann fünf fünf fünf eins zwei drei vier", "+49305551234"],
  ["null drei null fünf fünf fünf eins zwei drei vier, das ist Festnetz", "+49305551234"],
  ["das ist eine Handynummer, null eins sieben sechs, vier vier drei zwei, eins null acht neun", MOBILE],
  ["null eins sieben sechs, haben Sie das, vier vier drei zwei eins null acht neun", MOBILE],
  ["meine Nummer, Moment, null eins sieben sechs vier vier drei zwei eins null acht neun", MOBILE],
];

export const askedAgain: SaidPhone[] = [
  ["null eins sieben", "?"],
  ["null eins sieben sechs vier vier", "?"],
  ["die kennen Sie doch", "?"],
  ["die steht doch im Display", "?"],
  ["dieselbe wie eben", "?"],
  ["keine Ahnung, die weiß ich nicht auswendig", "?"],
  ["", "?"],
  ["null eins sieben sechs vier vier drei, nein, vier vier zwei eins null acht neun", "?"],
  ["null eins sieben sechs vier vier drei zwei eins null acht neun null null null null null null", "?"],
  ["110", "?"],
  ["eins eins zwei", "?"],
  ["morgen um drei", "?"],
];

export const hidden: SaidPhone[] = [
  ["anonymous", "-"],
  ["anonym", "-"],
  ["unterdrückt", "-"],
  ["0000000000", "-"],
  ["null null null null", "-"],
  ["unknown", "-"],
  ["sip:anonymous@anonymous.invalid", "-"],
  ["+266696687", "-"],
];

export const englishPhones: SaidPhone[] = [
  ["oh one seven six four four three two one oh eight nine", MOBILE],
  ["zero one seven six, double four, three two, one zero, eight nine", MOBILE],
  ["plus four nine one seven six four four three two one oh eight nine", MOBILE],
  ["my number is zero one seven six four four three two one zero eight nine", MOBILE],
  ["oh one seventy six forty four thirty two ten eighty nine", MOBILE],
  ["plus forty-nine one seventy-six forty-four thirty-two ten eighty-nine", MOBILE],
  ["zero three zero triple five one two three four", "+49305551234"],
  ["nought three nought five five five one two three four", "+49305551234"],
  ["plus four four two oh seven nine four six double oh one eight", "+442079460018"],
  ["plus one two one two seven three six five thousand", "+12127365000"],
  ["you can reach me on zero one seven six four four three two one zero eight nine after six", MOBILE],
  ["double oh four nine one seven six four four three two one oh eight nine", MOBILE],
];

export const englishAskedAgain: SaidPhone[] = [
  ["the one I'm calling from", "?"],
  ["oh one seven", "?"],
  ["you should have it", "?"],
  ["I don't know it by heart", "?"],
  ["withheld", "-"],
  ["private", "-"],
];
