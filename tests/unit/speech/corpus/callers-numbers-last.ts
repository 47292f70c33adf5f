import type { SaidPhone } from "./phones";

/** Numbers in groups, doubled and corrected, written and labelled before any of them was heard. */
export const numbersInWordsLast: SaidPhone[] = [
  ["null eins sieben drei dreiundzwanzig fünfundvierzig siebenundsechzig acht", "+491732345678"],
  ["null eins fünf sieben drei, einundneunzig, zwoundachtzig, dreiundsiebzig, vier", "+4915739182734"],
  ["nulleinssiebenzwo drei vier fünf sechs sieben acht neun", "+491723456789"],
  ["null eins fünf eins doppel sieben drei doppel acht zwei eins", "?"],
  ["null eins fünf eins doppel sieben drei doppel acht zwei eins null", "+4915177388210"],
  ["null eins sechs null, neun neun, achthundertzwölf, siebenundvierzig", "+491609981247"],
  ["null eins sieben neun fünf mal die fünf und dann zwo eins", "+491795555521"],
  ["null neun eins eins vierundzwanzig sechsunddreißig achtundvierzig", "+49911243648"],
  ["null zwei null eins, vier fünf, sechs sieben, acht neun", "+49201456789"],
  ["vorwahl null drei vier eins und dann neunundneunzig elf zweiundzwanzig", "+49341991122"],
  ["null sieben sechs eins fünf null null zwei drei drei", "+49761500233"],
  ["0176 dann 48 dann 22 dann 90 und 17", "+4917648229017"],
  ["0171 / 55 43 210", "+491715543210"],
  ["plus vier drei sechs sechs vier eins zwei drei vier fünf sechs sieben", "+436641234567"],
  ["null null vier drei, sechs neun neun, eins eins zwo zwo drei drei vier vier", "+4369911223344"],
  ["plus einundvierzig neunundsiebzig dreihundertzwölf fünfundvierzig siebenundsechzig", "+41793124567"],
  ["plus vier neun, null in klammern, eins sieben fünf, drei drei vier vier fünf fünf sechs", "+491753344556"],
  ["null vier zwo eins siebenunddreißig null fünf acht", "+4942137058"],
];

export const numbersMendedLast: SaidPhone[] = [
  ["null eins sieben sechs vier vier nein fünf fünf drei zwei eins null acht", "?"],
  ["null eins sieben sechs äh moment null eins sieben fünf drei vier fünf sechs sieben acht neun", "+491753456789"],
  ["null eins sieben drei vier vier vier ach quatsch fünf fünf fünf sechs sechs sechs sieben", "?"],
  ["0172 3456789 nein warten sie 0172 3456798", "+491723456798"],
  ["null drei null, zwo zwo drei, vier sechs und hinten eine acht nein neun", "?"],
  ["null eins fünf zwo, dreiundzwanzig, nein zweiunddreißig, vierundvierzig, fünfundfünfzig, sechs", "?"],
  ["die letzten drei ziffern waren falsch es ist sieben acht neun", "?"],
];

export const numbersAmongTalkLast: SaidPhone[] = [
  ["ab achtzehn uhr unter null eins sieben sechs vier vier drei zwei eins null acht neun", "+4917644321089"],
  ["festnetz ist null acht neun eins zwei drei vier fünf sechs handy hab ich keins", "+4989123456"],
  [
    "null acht neun eins zwei drei vier fünf sechs oder mobil null eins sieben eins zwei drei vier fünf sechs sieben acht",
    "?",
  ],
  ["die alte nummer gilt nicht mehr", "?"],
  ["null acht neun zwölf vierunddreißig sechsundfünfzig durchwahl elf", "+498912345611"],
  ["wir sind drei leute null eins sieben eins zwei drei vier fünf sechs sieben acht", "+491712345678"],
  ["null eins sieben eins zwei drei vier fünf sechs sieben acht bis fünf uhr", "+491712345678"],
  ["nehmen sie die von der ich grad anrufe", "?"],
];

export const englishNumbersLast: SaidPhone[] = [
  ["oh one seven six double four three two one oh eight nine", "+4917644321089"],
  ["plus four nine one seven two triple three four five six seven", "+491723334567"],
  ["zero one five one twenty three forty five sixty seven eight nine", "+4915123456789"],
  ["it's zero one seven three five five no wait six six four three two one zero", "?"],
  ["plus four four seven seven double oh nine hundred one two three", "+447700900123"],
  ["zero eight nine, one two three, four five six", "+4989123456"],
  ["plus four three six six zero one two three four five six seven", "+436601234567"],
];
