import type { SaidEmail } from "./emails";
import type { SaidPhone } from "./phones";

/** Numbers and addresses by other callers, labelled before any was heard and heard after the set before was mended. */
export const numbersOnceMore: SaidPhone[] = [
  ["null eins sieben neun, vierhundertzwölf, dreihundertvier, fünf", "+491794123045"],
  ["null eins fünf sieben sieben, acht doppel drei, fünf doppel eins, neun", "+4915778335119"],
  ["null eins sechs zwo, neunundneunzig, null, dreiundzwanzig, vierzehn", "+491629902314"],
  ["vorwahl null sechs zwei einundzwanzig, rufnummer vier fünf drei zwei eins null", "+496221453210"],
  ["null vierzig, vier mal die drei, eins acht", "+4940333318"],
  ["null drei null, zwei mal siebenundzwanzig, eins eins", "+4930272711"],
  ["null eins sieben sechs, fünf fünf fünf, drei null neun acht eins", "+4917655530981"],
  ["kann ich ihnen die vom büro geben null sieben elf sechs fünf vier drei zwei eins", "+49711654321"],
  ["null acht zwei eins, drei, vier, fünf, nee sechs, sieben acht neun", "+49821346789"],
  ["null eins sieben zwei, vier vier fünf fünf, nochmal, vier vier fünf fünf, sechs sieben acht", "+491724455678"],
  ["null eins fünf eins, fünf eins fünf eins, fünf eins fünf eins", "+4915151515151"],
  ["plus neunundvierzig acht neun zwölf dreizehn vierzehn", "+4989121314"],
  ["null null vier eins sieben acht sechs fünf vier drei zwei eins null", "+41786543210"],
  ["eine wiener nummer null eins fünf drei drei vier vier null", "+431533440"],
  ["italienische handynummer plus drei neun drei drei vier fünf sechs sieben acht neun null eins", "+393345678901"],
  ["null eins sieben vier, zwölf, null null, acht neun fünf", "+491741200895"],
  ["nullhunderteinundfünfzig drei drei vier vier fünf fünf sechs sechs", "+4915133445566"],
  [
    "null eins sieben acht drei vier fünf sechs sieben acht neun und wenn ich da nich rangeh probieren sies später",
    "+491783456789",
  ],
  ["null eins fünf zwo drei, zwo drei, vier zwo, sechs acht neun", "+4915232342689"],
  ["die endziffern sind vier sieben elf", "?"],
  ["null eins sieben fünf drei vier fünf", "?"],
  ["hab ich nicht im kopf die müssen sie mir erst raussuchen", "?"],
  ["eins eins null", "?"],
  ["mein handy ist kaputt", "?"],
  ["null eins sieben sechs zwei drei oder war es drei zwei acht neun vier eins eins null", "?"],
];

export const englishNumbersOnceMore: SaidPhone[] = [
  ["zero one five seven, three eights, four, five, six, two, one", "+4915788845621"],
  ["oh thirty, two hundred five, one six seven", "+4930205167"],
  ["plus three five three eight seven one two three four five six seven", "+353871234567"],
  ["zero one seven eight, double nine, double zero, one two three", "+491789900123"],
  ["you should have it on file", "?"],
];

export const addressesOnceMore: SaidEmail[] = [
  ["post ät kfz minus ludwig punkt de", "post@kfz-ludwig.de"],
  ["susi punkt sorglos achtundsechzig klammeraffe web punkt de", "susi.sorglos68@web.de"],
  ["ralf mit f at gmx punkt de", "ralf@gmx.de"],
  ["kathrin mit k und th at gmail punkt com", "kathrin@gmail.com"],
  ["h punkt j punkt wolf at t online punkt de", "h.j.wolf@t-online.de"],
  ["hjwolf, also h j wolf zusammen, at web punkt de", "hjwolf@web.de"],
  ["tierarzt minus nord at ewe tel punkt net", "tierarzt-nord@ewetel.net"],
  ["denise mit einem n unterstrich null eins at gmx punkt de", "denise_01@gmx.de"],
  ["m a i k punkt vogt at gmx punkt de", "maik.vogt@gmx.de"],
  ["fahrschule punkt eins a at gmx punkt de", "fahrschule.1a@gmx.de"],
  ["erika punkt mustermann at uni minus köln punkt de", "erika.mustermann@uni-koeln.de"],
  ["sommer wie die jahreszeit punkt klaus at aon punkt at", "sommer.klaus@aon.at"],
  ["timo punkt reiß mit scharfem s at outlook punkt de", "timo.reiss@outlook.de"],
  ["jan unterstrich äh nein bindestrich peters at web punkt de", "jan-peters@web.de"],
  ["nils at nils punkt dev", "nils@nils.dev"],
  ["info at steuer strich büro strich lang punkt de", "info@steuer-buero-lang.de"],
  ["die schreibt sich wie mein name", "?"],
  ["nur telefon bitte", "?"],
  ["ulla at", "?"],
  ["ingo drei mal die drei at gmx punkt de", "ingo333@gmx.de"],
  ["x ypsilon zett at web punkt de", "xyz@web.de"],
];

export const englishAddressesOnceMore: SaidEmail[] = [
  ["amy plus news at gmail dot com", "amy+news@gmail.com"],
  ["d as in david dot shaw at hotmail dot co dot uk", "d.shaw@hotmail.co.uk"],
  ["lucy hyphen green at icloud dot com", "lucy-green@icloud.com"],
  ["can i give it to you later", "?"],
];
