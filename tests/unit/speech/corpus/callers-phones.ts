import type { SaidPhone } from "./phones";

const MOBILE = "+4917644321089";

/** Numbers as callers say them; written and labelled before any was heard. */
export const numbersOfCallers: SaidPhone[] = [
  ["null eins fünf eins doppel drei vier fünf sechs sieben acht neun", "+4915133456789"],
  ["null einhundertsechzig vierundneunzig achtunddreißig siebenundzwanzig sechzehn", "+4916094382716"],
  ["null eins sieben zwo, drei mal die sechs, vier, fünf, zwo, eins", "+491726664521"],
  ["null acht neun, dreiundzwanzig, fünfundvierzig, Durchwahl zwölf", "+4989234512"],
  ["null zwei elf, achtundachtzig null null, Nebenstelle drei vier fünf", "+492118800345"],
  ["null vierzig, doppel fünf, doppel sieben, drei eins", "+4940557731"],
  ["plus vier drei eins, fünf acht acht, null eins", "+43158801"],
  ["null null vier eins, vierundvierzig, sechs sechs acht, eins acht, null null", "+41446681800"],
  ["plus einundvierzig neunundsiebzig fünf fünf fünf zwölf vierunddreißig", "+41795551234"],
  ["das ist eine österreichische Nummer null sechs sechs vier eins zwei drei vier fünf sechs sieben", "+436641234567"],
  ["eine Schweizer Handynummer, null sieben neun fünf fünf fünf eins zwei drei vier", "+41795551234"],
  ["null eins sieben sechs, dreiundzwanzig, nee vierundzwanzig, achtundsechzig neunzehn null vier", "?"],
  [
    "null eins sieben sechs vierundvierzig zweiunddreißig zehn neunundachtzig, am besten nach achtzehn Uhr dreißig",
    MOBILE,
  ],
  ["meine Nummer ist null eins sieben sechs 443 21 0 89", MOBILE],
  ["null eins sieben sechs - vier vier drei - zwei eins null - acht neun", MOBILE],
  ["Null 1 7 6 4 4 3 2 1 0 8 9", MOBILE],
  ["die null eins sieben fünf und dann sechs mal die drei und noch eine fünf", "+491753333335"],
  ["null eins fünf zwo null eins zwo drei fünfundvierzig siebenundsechzig", "+4915201234567"],
  ["Festnetz null sechs neun, siebenundneunzig, fünfzehn, sechzehn", "+4969971516"],
  ["die null eins sieben sechs und dann das Geburtsdatum", "?"],
  ["rufen Sie mich unter der 0 40 / 55 77 31 -0 an", "+49405577310"],
  ["null eins sieben sechs, dann zwei vieren, drei zwei eins null acht neun", MOBILE],
  ["Rufnummer unterdrückt", "-"],
  ["anonymous@anonymous.invalid", "-"],
  ["die auf der ich gerade anrufe", "?"],
];

export const englishNumbersOfCallers: SaidPhone[] = [
  ["plus four nine one five one double three four five six seven eight nine", "+4915133456789"],
  ["zero one seven two triple six four five two one", "+491726664521"],
  ["oh eight nine twenty three forty five extension twelve", "+4989234512"],
  ["it's an Austrian number plus forty three six six four one two three four five six seven", "+436641234567"],
  ["plus four four twenty seventy nine forty six oh nine five eight", "+442079460958"],
  ["zero one seven six, four four three, two one zero, eight nine, that's my mobile", MOBILE],
  ["zero one seven six four four no sorry four five three two one zero eight nine", "?"],
  ["I don't have one", "?"],
];
