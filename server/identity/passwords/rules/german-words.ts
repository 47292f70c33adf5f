/** Words that German speakers begin a password with, which the common lists don't know as such. */
export const GERMAN_WORDS =
  `passwort kennwort willkommen hallo geheim sommer winter herbst fruehling frühling schatz schatzi liebe liebling engel
  sonne sonnenschein mond stern sterne blume blumen katze kater hund hündchen maus mausi hase hasi baer bär schmetterling
  familie mama papa oma opa mutter vater bruder schwester kinder baby prinzessin koenig könig schule arbeit urlaub
  deutschland oesterreich österreich schweiz berlin hamburg muenchen münchen koeln köln frankfurt stuttgart dortmund wien
  zuerich zürich bayern fussball fußball schalke borussia werder eintracht computer internet telefon handy auto motorrad
  fahrrad mercedes porsche volkswagen montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar maerz
  märz april juni juli august september oktober november dezember geburtstag weihnachten ostern silvester kaffee bier
  schokolade pizza spargel kuchen garten haus wohnung termin termine kalender kunde kunden chef chefin admin verwaltung
  buero büro empfang praxis salon friseur frisör haare schere kosmetik massage physio therapie werkstatt studio laden
  frühjahr fruehjahr spätsommer hochsommer jahr heute morgen neu neues start test tester zugang login anmeldung
  benutzer firma betrieb zuhause heimat bremen leipzig dresden hannover nürnberg nuernberg düsseldorf duesseldorf essen
  hallihallo ichliebedich daswetter wetter regen schnee strand meer hoffnung freiheit glück glueck leben
  hans peter michael thomas andreas stefan christian martin sabine claudia nicole sandra julia anna lena laura marie
  sophie lukas leon felix paul max moritz emma mia hannah lisa askpro askproai agent assistent asdfgh yxcvbn qwertz`.split(
    /\s+/,
  );
