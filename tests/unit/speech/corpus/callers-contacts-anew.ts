import type { SaidEmail } from "./emails";
import type { SaidPhone } from "./phones";

/** Numbers and addresses as everyday callers give them, as a recogniser writes them; labelled before any was heard. */
export const mobileNumbersAnew: SaidPhone[] = [
  ["null eins fünf zwo, einundzwanzig, vierunddreißig, siebenundfünfzig, achtundneunzig", "+4915221345798"],
  ["null eins sieben eins drei drei vier vier fünf fünf sechs", "+491713344556"],
  ["null hunderteinundsiebzig drei sechs fünf vier acht null neun", "+491713654809"],
  ["null eins siebzig zwölf vierunddreißig fünf sechs sieben", "+491701234567"],
  ["null eins sechs null neun doppel acht sieben sechs fünf vier", "+491609887654"],
  ["null eins sieben acht, dann kommt fünf fünf fünf, dann null neun acht sieben", "+491785550987"],
  ["also die vorwahl ist null eins sieben drei und dann zwei acht sechs neun vier vier eins", "+491732869441"],
  ["null eins fünf sieben drei mal die sieben fünf null null neun drei", "+4915777750093"],
  ["null eins sieben zwo doppelt die neun eins eins fünf sechs sieben", "+491729911567"],
  ["null eins sieben null zweimal acht zweimal neun einmal null und zum schluss fünf fünf", "+491708899055"],
  ["null eins sechs drei vier mal die eins und dann sieben acht neun", "+491631111789"],
  ["null eins fünf zwei null, dreißig vierzig fünfzig und ne eins", "+4915203040501"],
  ["null eins sieben sechs, achtundachtzig, siebenundsiebzig, vier mal die eins", "+4917688771111"],
  ["null eins sieben acht zwei, drei, fünnef, siem, neun, acht, sechs", "+491782357986"],
  ["nulleins siebenundsiebzig fünf eins sechs zwo acht vier null", "+491775162840"],
  ["0171 dreiunddreißig 44 556", "+491713344556"],
  ["null eins fünf eins, zwölf, dreizehn, vierzehn, fünfzehn", "+4915112131415"],
  ["handynummer von meiner tochter null eins fünf sieben acht eins zwei drei vier fünf sechs sieben", "+4915781234567"],
];

export const landlinesAnew: SaidPhone[] = [
  ["null acht neun achtundvierzig null null fünf sechs", "+4989480056"],
  ["null sechs neun siebenundneunzig elf null drei", "+4969971103"],
  ["die ortsvorwahl ist null fünf einundzwanzig und dann sechs sechs null acht neun eins", "+49521660891"],
  ["null sieben einundfünfzig zweiundzwanzig dreiundvierzig neun", "+4975122439"],
  ["null achtundzwanzig einundsiebzig, vierundvierzig zwölf", "+4928714412"],
  ["null dreihunderteinundvierzig neunundneunzig achtundachtzig sieben", "+4934199887"],
  ["das ist die null drei null, achthundert, fünfundsechzig, vierundzwanzig", "+49308006524"],
  ["null dreißig dreihundertfünfzig null eins zwei", "+4930350012"],
  ["null neun elf, drei drei eins, durchwahl null", "+499113310"],
  ["null vier einunddreißig fünf sieben neun eins null, mein mann heißt auch so", "+4943157910"],
  ["null zwei null eins, sechsundachtzig, null neun, vierundzwanzig", "+49201860924"],
  ["null sechs einundsechzig, neunhunderteins, zweihundertdrei", "+49661901203"],
];

export const numbersAbroadAnew: SaidPhone[] = [
  ["plus vier neun in klammern null eins sieben zwei sechs sechs fünf fünf vier vier drei", "+491726655443"],
  ["null null vier drei sechs sechs vier eins zwei drei vier fünf sechs sieben", "+436641234567"],
  ["plus dreiundvierzig sechs sieben sechs neun acht sieben sechs fünf vier drei", "+436769876543"],
  ["schweizer nummer null neunundsiebzig vier fünf sechs siebenundachtzig zwölf", "+41794568712"],
  ["plus einundvierzig siebenundsiebzig drei zwei eins null neun acht sieben", "+41773210987"],
  ["plus vier acht, fünf null eins, zwei drei vier, fünf sechs sieben", "+48501234567"],
  ["null null drei drei sechs zwölf vierunddreißig sechsundfünfzig achtundsiebzig", "+33612345678"],
  ["null null vier neun eins fünf eins sechs zwei vier drei acht neun null eins", "+4915162438901"],
];

export const numbersCorrected: SaidPhone[] = [
  ["null eins sieben sechs drei drei nein vier vier eins zwei drei vier fünf sechs", "+4917644123456"],
  ["null eins fünf eins zwei null vier acht, ach quatsch, neun, sechs fünf drei eins", "+4915120496531"],
  [
    "null eins sieben sieben vier drei, moment, ich fang noch mal an, null eins sieben sieben acht acht sechs fünf vier drei zwei",
    "+491778865432",
  ],
  [
    "null eins sieben vier fünf sechs sieben acht neun null eins, das am ende ist eine eins keine zwei",
    "+491745678901",
  ],
  ["null eins sieben fünf zwei zwei zwei drei drei drei vier, also dreimal zwei dreimal drei", "+491752223334"],
  ["null eins sieben drei vier vier acht acht zwei zwei sechs aber erst ab achtzehn uhr", "+491734488226"],
  [
    "erreichbar bin ich am besten abends unter null eins sieben drei vier vier acht acht zwei zwei sechs",
    "+491734488226",
  ],
  ["null acht fünfzehn", "?"],
  ["die mit der vier vier am ende", "?"],
  ["sieben acht neun vier vier", "?"],
  ["null eins sieben neun drei null", "?"],
  [
    "also handy null eins sieben zwo fünf eins sechs acht drei neun null und festnetz null sechs neun vier vier drei drei zwei zwei",
    "?",
  ],
];

export const englishNumbersAnew: SaidPhone[] = [
  ["oh one seven two, triple five, double six, four three", "+491725556643"],
  ["plus four four seven nine one one one two three four five six", "+447911123456"],
  ["zero one five one double two three four eight nine seven one", "+4915122348971"],
  ["it's zero one seven six, forty four, thirty two, ten, eighty nine", "+4917644321089"],
  ["zero three zero, five hundred, twelve, thirty four", "+49305001234"],
  ["oh eight nine, two one, no sorry, two two, four five six seven", "+4989224567"],
  ["it's an american number one four one five two three six seven eight nine nine", "+14152367899"],
  ["nought one six three, seven oh seven, eight nine nine oh", "+491637078990"],
  ["the number i'm calling from", "?"],
  ["zero one seven one, three three four, i think", "?"],
];

export const addressesAnew: SaidEmail[] = [
  ["ja die ist ganz einfach heike at lorenzen minus bau punkt de", "heike@lorenzen-bau.de"],
  ["r punkt stamm at outlook punkt com", "r.stamm@outlook.com"],
  ["info ät physio minus am minus park punkt de", "info@physio-am-park.de"],
  ["dirk unterstrich acht acht at icloud punkt com", "dirk_88@icloud.com"],
  ["meine mail ist schnucki siebzig at aol punkt com", "schnucki70@aol.com"],
  ["k e r s t i n punkt o t t at gmx punkt net", "kerstin.ott@gmx.net"],
  ["p minus hoffmann at mailbox punkt org", "p-hoffmann@mailbox.org"],
  ["tina neunundneunzig at hotmail punkt de", "tina99@hotmail.de"],
  ["volker eins neun sieben zwei at gmx punkt at", "volker1972@gmx.at"],
  ["volker neunzehnhundertzweiundsiebzig at gmx punkt ch", "volker1972@gmx.ch"],
  ["buero at ra minus stein punkt de", "buero@ra-stein.de"],
  ["das ist eine firmenadresse f punkt kunert at stadtwerke minus fulda punkt de", "f.kunert@stadtwerke-fulda.de"],
  ["franz at franz minus xaver minus huber punkt bayern", "franz@franz-xaver-huber.bayern"],
  ["hallo at yoga studio sonne punkt berlin", "hallo@yogastudiosonne.berlin"],
  ["malermeister unterstrich groß at t minus online punkt de", "malermeister_gross@t-online.de"],
  ["christian dot berg at gmail dot com", "christian.berg@gmail.com"],
  ["die adresse von meinem mann rolf punkt ebert at bluewin punkt ch", "rolf.ebert@bluewin.ch"],
  ["vfb achtzehn dreiundneunzig at gmx punkt de", "vfb1893@gmx.de"],
];

export const addressesAsWritten: SaidEmail[] = [
  ["thorsten mit th punkt beck at web de", "thorsten.beck@web.de"],
  ["alles klein und zusammen geschrieben gabi kunze at gmx de", "gabikunze@gmx.de"],
  ["sonja punkt p punkt winter at t online de", "sonja.p.winter@t-online.de"],
  ["m schröder mit oe at posteo de", "mschroeder@posteo.de"],
  ["jürgen mit ue punkt bach at gmail com", "juergen.bach@gmail.com"],
  ["claudia mit c punkt fink at yahoo punkt de", "claudia.fink@yahoo.de"],
  ["katja mit k und jot at freenet punkt de", "katja@freenet.de"],
  ["kontakt at dachdecker strich meyer mit ypsilon punkt de", "kontakt@dachdecker-meyer.de"],
  ["steffi ad gmx punkt de", "steffi@gmx.de"],
  ["olaf at google mail punkt com", "olaf@gmail.com"],
  ["nadine punkt b at ge em ix punkt de e", "nadine.b@gmx.de"],
  ["sven ohne punkt lange at web punkt de", "svenlange@web.de"],
  ["weiß mit doppel s at gmx punkt de", "weiss@gmx.de"],
  ["service at auto haus lindner punkt com", "service@autohauslindner.com"],
  ["philipp mit ph und zwei p at me punkt com", "philipp@me.com"],
];

export const addressesCorrected: SaidEmail[] = [
  ["n nein m wie martha punkt kolb at web punkt de", "m.kolb@web.de"],
  ["birgit at gmx punkt de nein web punkt de", "birgit@web.de"],
  ["birgit punkt sauer at gmail punkt com also sauer wie zitrone", "birgit.sauer@gmail.com"],
  ["info at und dann unsere webseite blumen minus rose punkt de", "info@blumen-rose.de"],
  ["vorname punkt nachname at gmx punkt de", "?"],
  ["ich hab keine", "?"],
  ["moritz at gmx", "?"],
  ["die endet auf web punkt de", "?"],
  ["w w w punkt blumen minus rose punkt de", "?"],
];

export const englishAddressesAnew: SaidEmail[] = [
  ["jenny dot w at gmail dot com", "jenny.w@gmail.com"],
  ["it's mark underscore davis at outlook dot co dot uk", "mark_davis@outlook.co.uk"],
  ["sarah without an h dot king at yahoo dot com", "sara.king@yahoo.com"],
  ["b for bravo dot kelly at me dot com", "b.kelly@me.com"],
  ["all one word big blue sky at hotmail dot com", "bigbluesky@hotmail.com"],
  ["tom nineteen ninety at proton mail dot com", "tom1990@protonmail.com"],
  ["info at dash, no, info at garden dash design dot com", "info@garden-design.com"],
  ["i don't do email", "?"],
];
