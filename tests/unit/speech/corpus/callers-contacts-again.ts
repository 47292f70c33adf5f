import type { SaidEmail } from "./emails";
import type { SaidPhone } from "./phones";

const MOBILE = "+4917644321089";

/** Numbers and addresses once more, labelled before they were heard and after the causes of the first set were mended. */
export const numbersAgain: SaidPhone[] = [
  ["null eins sieben sechs, zweimal die vier, drei, zwei, eins, null, acht, neun", MOBILE],
  ["hundertsechsundsiebzig vierundvierzig zweiunddreißig zehn neunundachtzig", MOBILE],
  ["null eins sieben sechs, vierundvierzig, zwounddreißig, eins null, acht neun, und zwar mobil", MOBILE],
  ["die null eins sieben sechs vier vier drei zwei eins null acht neun, das ist die von meiner Frau", MOBILE],
  ["null null neunundvierzig eins sieben sechs vier vier drei zwei eins null acht neun", MOBILE],
  ["null sechs zwei zwei eins, dreizehn vierzehn fünfzehn", "+496221131415"],
  ["null drei fünf eins, doppel acht, dreifach zwei, fünf", "+49351882225"],
  ["Wiener Nummer, null null vier drei eins, drei drei sieben, neun neun eins", "+431337991"],
  ["unter der null eins sieben sechs 44321089 nach 18 Uhr", MOBILE],
  ["null eins sieben sechs vier vier drei zwei eins null acht", "?"],
  ["null eins sieben sechs vier vier drei zwei eins null acht neun, Quatsch, acht acht", "?"],
  ["die gleiche wie beim letzten Mal", "?"],
  ["private Nummer", "-"],
];

export const englishNumbersAgain: SaidPhone[] = [
  ["oh one seven six double four three two one oh eight nine", MOBILE],
  ["it's plus four nine, one seven six, forty four, thirty two, ten, eighty nine", MOBILE],
  ["zero three five one double eight triple two five", "+49351882225"],
  ["same as before", "?"],
];

export const addressesAgain: SaidEmail[] = [
  ["thomas punkt möller ätt gmx punkt de", "thomas.moeller@gmx.de"],
  ["t möller zweiundsiebzig at t strich online punkt de", "tmoeller72@t-online.de"],
  ["info klammeraffe physio minus süd punkt de", "info@physio-sued.de"],
  ["maier mit a und i punkt jan at web punkt de", "maier.jan@web.de"],
  ["jan unterstrich unterstrich maier at web punkt de", "jan__maier@web.de"],
  ["susi sonnenschein zusammengeschrieben at gmail punkt com", "susisonnenschein@gmail.com"],
  ["k punkt punkt", "?"],
  ["susi at ge mail punkt com", "susi@gmail.com"],
  ["susi at g em ix punkt net", "susi@gmx.net"],
  ["susi at hotmail punkt d e", "susi@hotmail.de"],
  ["siegfried ulrich samuel ida at web punkt de", "susi@web.de"],
  ["s wie siegfried, u, s, i, drei mal die sieben, at web punkt de", "susi777@web.de"],
  ["ich schreibe Ihnen eine Mail", "?"],
  ["die Mailadresse meiner Frau ist petra punkt lang at web punkt de", "petra.lang@web.de"],
];

export const englishAddressesAgain: SaidEmail[] = [
  ["susan underscore king two thousand and one at gmail dot com", "susan_king2001@gmail.com"],
  ["s dot king at my company dot co dot uk", "s.king@mycompany.co.uk"],
  ["it's king with a k at gmail dot com", "king@gmail.com"],
  ["I don't use email", "?"],
];
