import type { SaidEmail } from "./emails";
import type { SaidName } from "./names";

/** Other callers, written and labelled after the sets before were mended and before any of these was heard. */
export const addressesAfterwards: SaidEmail[] = [
  ["oh da fragen sie mich was die müsste frieda punkt kolb at web punkt de sein", "frieda.kolb@web.de"],
  [
    "ja hallo nochmal also die mail geht bitte an praxis at zahnarzt bindestrich ehlers punkt de",
    "praxis@zahnarzt-ehlers.de",
  ],
  ["mensch wo hab ich die denn ah hier vertrieb at holz minus beyer punkt com", "vertrieb@holz-beyer.com"],
  ["ganz simpel u punkt thiel at gmx punkt de", "u.thiel@gmx.de"],
  ["ich buchstabier mal r u d i at arcor punkt de", "rudi@arcor.de"],
  ["katja mit c punkt brandes at posteo punkt de", "catja.brandes@posteo.de"],
  ["michael punkt meyer mit e y at web punkt de", "michael.meyer@web.de"],
  ["matthias mit nur einem t at gmx punkt de", "mathias@gmx.de"],
  ["anke punkt petersen mit zwei s at web punkt de", "anke.peterssen@web.de"],
  ["gisela at telekom ach quatsch at t minus online punkt de", "gisela@t-online.de"],
  ["werner punkt funk at gmx punkt de halt nein punkt net", "werner.funk@gmx.net"],
  ["nils fünfundachtzig at web punkt de nein sechsundachtzig", "?"],
  ["lena strich pohl nein unterstrich pohl at web punkt de", "lena_pohl@web.de"],
  ["meine ist ute at web punkt de die von meinem sohn ist tim at web punkt de", "?"],
  ["schreiben sie an die alte adresse geht auch emil at gmx punkt de", "emil@gmx.de"],
  ["das wär dann bernd ohne punkt lange at web punkt de", "berndlange@web.de"],
  ["christoph punkt vogt mit f und o g t at web punkt de", "christoph.fogt@web.de"],
  ["ina at mein minus laden punkt de und sonst die ina at gmx punkt de", "?"],
];

export const englishAddressesAfterwards: SaidEmail[] = [
  ["yes hold on let me spell it j o a n at gmail dot com", "joan@gmail.com"],
  ["um i think the best one is ross dot kemp at outlook dot com", "ross.kemp@outlook.com"],
  ["jeff with a g at yahoo dot com", "?"],
  ["kathryn with a c dot moss at gmail dot com", "cathryn.moss@gmail.com"],
  ["ben dot hart sorry ben dash hart at gmail dot com", "ben-hart@gmail.com"],
  ["lou at mail dot org or actually lou at mail dot com", "lou@mail.com"],
];

export const namesAfterwards: SaidName[] = [
  ["söhnlein s ö h n l e i n", "Söhnlein"],
  ["ilse braun ach nein ilse brauner", "Brauner", "Ilse"],
  ["herr kowalski entschuldigung frau kowalski", "Kowalski", undefined, "Frau"],
  ["kathrin mit th lorenz", "Lorenz", "Kathrin"],
  ["nachname le blanc vorname yves", "le Blanc", "Yves"],
  ["der vorname ist mai linh und der nachname pham", "Pham", "Mai Linh"],
  ["jetzt heiße ich ehlers früher krause", "Ehlers"],
  ["heinz nee hans dieter wolff mit zwei f", "Wolff", "Hans Dieter"],
  ["wie der sänger grönemeyer", "Grönemeyer"],
  ["ich heiße lang wie kurz nur lang", "Lang"],
  ["doktor mehmet özkan ö z k a n", "Özkan", "Mehmet", "Dr."],
  ["freiherr von knigge adolph mit ph", "Freiherr von Knigge", "Adolph"],
];

export const englishNamesAfterwards: SaidName[] = [
  ["philip with one l barnes", "Barnes", "Philip"],
  ["anna no wait hannah price", "Price", "Hannah"],
  ["it's mccarthy m c c a r t h y", "McCarthy"],
];
