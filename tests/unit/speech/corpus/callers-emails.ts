import type { SaidEmail } from "./emails";

/** Addresses as callers say them; written and labelled before any was heard. */
export const addressesOfCallers: SaidEmail[] = [
  ["sabine punkt krüger klammeraffe t strich online punkt de", "sabine.krueger@t-online.de"],
  ["f punkt lehmann at web punkt d e", "f.lehmann@web.de"],
  ["uwe unterstrich hansen sechsundsechzig at gmx punkt net", "uwe_hansen66@gmx.net"],
  ["info ätt fahrschule bindestrich jäger punkt com", "info@fahrschule-jaeger.com"],
  ["c wie cäsar, punkt, n wie nordpol, o, l, t, e, at gmail punkt com", "c.nolte@gmail.com"],
  ["bernd at tee online punkt de", "bernd@t-online.de"],
  ["katrin ätt gmail dot com", "katrin@gmail.com"],
  ["schreinerei unterstrich voß at arcor punkt de", "schreinerei_voss@arcor.de"],
  ["m e y e r mit ypsilon punkt lisa at web punkt de", "meyer.lisa@web.de"],
  ["meier mit a i at web punkt de", "maier@web.de"],
  ["schmidt mit d t punkt peter at gmx punkt de", "schmidt.peter@gmx.de"],
  ["vorname punkt nachname at web punkt de", "?"],
  ["lena fuchs alles zusammen at outlook punkt com", "lenafuchs@outlook.com"],
  ["lena fuchs in einem wort bei gmx de", "lenafuchs@gmx.de"],
  ["jo punkt hannes zweitausendvier at icloud punkt com", "jo.hannes2004@icloud.com"],
  ["praxis at zahnarzt minus dr minus lang punkt de", "praxis@zahnarzt-dr-lang.de"],
  ["kai at ge em ix punkt de", "kai@gmx.de"],
  ["kai at geh mail punkt com", "kai@gmail.com"],
  ["berta ida richard gustav, punkt, schulz at web punkt de", "birg.schulz@web.de"],
  ["öztürk mit oe und ue at yahoo punkt com", "oeztuerk@yahoo.com"],
  ["groß geschrieben max punkt klein geschrieben muster at web punkt de", "max.muster@web.de"],
  ["das ist der max punkt muster und dann at gmail punkt com", "max.muster@gmail.com"],
  ["nina plus termin at gmail punkt com", "nina+termin@gmail.com"],
  ["anna null neun zehn at gmx punkt de", "anna0910@gmx.de"],
  ["ich hab keine mail", "?"],
  ["schicken sie es per post", "?"],
  ["dieselbe wie letztes mal", "?"],
];

export const englishAddressesOfCallers: SaidEmail[] = [
  ["it's jane at t minus online dot de", "jane@t-online.de"],
  ["bill forty two at web dot d e", "bill42@web.de"],
  ["k for kilo dot brown at outlook dot com", "k.brown@outlook.com"],
  ["info at the bike shop dot com", "info@thebikeshop.com"],
  ["a underscore b underscore c at gmx dot net", "a_b_c@gmx.net"],
  ["mike at yahoo dot co dot uk", "mike@yahoo.co.uk"],
  ["tom all lower case at proton dot me", "tom@proton.me"],
  ["I'll text it to you", "?"],
];
