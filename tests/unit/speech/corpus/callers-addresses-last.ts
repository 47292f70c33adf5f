import type { SaidEmail } from "./emails";

/** Addresses with what people say around and between them, written and labelled before any of them was heard. */
export const addressesBehindTalk: SaidEmail[] = [
  ["moment mal ähm t punkt raabe at web punkt de", "t.raabe@web.de"],
  ["okay also warten sie sandra fuhrmann zusammen at gmx punkt de", "sandrafuhrmann@gmx.de"],
  ["ja die lautet kanzlei at brenner minus partner punkt de", "kanzlei@brenner-partner.de"],
  ["und zwar pia punkt lorenz at outlook punkt com", "pia.lorenz@outlook.com"],
  ["einen augenblick ich schau kurz nach so jetzt info at fliesen bindestrich horn punkt de", "info@fliesen-horn.de"],
  ["gern die ist henrik punkt oswald at posteo punkt de", "henrik.oswald@posteo.de"],
  ["sekunde bitte also das wäre j unterstrich pohl at t minus online punkt de", "j_pohl@t-online.de"],
  ["na klar notieren sie bitte dagmar achtundfünfzig at freenet punkt de", "dagmar58@freenet.de"],
  ["die schreibt sich k a r e n punkt h a a s at web punkt de", "karen.haas@web.de"],
  ["am besten an buchhaltung at autohaus strich kern punkt de", "buchhaltung@autohaus-kern.de"],
  ["ja gut dann nehmen sie halt birgit punkt zeller at gmail punkt com", "birgit.zeller@gmail.com"],
  ["hm wie war die noch gleich ach ja ruth eins neun sechs vier at gmx punkt net", "ruth1964@gmx.net"],
  ["hätte ich ja fast vergessen mona punkt stein at icloud punkt com", "mona.stein@icloud.com"],
  ["Ja, Moment. Die lautet: Uwe.Kranz at web.de.", "uwe.kranz@web.de"],
  ["ok schreiben sie mit b punkt auer at aon punkt at", "b.auer@aon.at"],
  ["nochmal von vorne kai punkt thoma at bluewin punkt ch", "kai.thoma@bluewin.ch"],
];

export const addressesWithHints: SaidEmail[] = [
  ["luisa mit o punkt weber at web punkt de", "?"],
  ["elisabeth mit z punkt kern at gmx punkt de", "elizabeth.kern@gmx.de"],
  ["stefan mit ph punkt adler at web punkt de", "stephan.adler@web.de"],
  ["lisa mit z at gmx punkt de", "liza@gmx.de"],
  ["claudia mit k punkt reuter at web punkt de", "klaudia.reuter@web.de"],
  ["yannick mit j punkt bose at gmail punkt com", "jannick.bose@gmail.com"],
  ["info at bäckerei minus gross mit doppel s punkt de", "info@baeckerei-gross.de"],
  ["philip mit zwei p am ende at web punkt de", "philipp@web.de"],
  ["jan punkt schmid mit d t at posteo punkt de", "jan.schmidt@posteo.de"],
  ["kristina mit c h at web punkt de", "christina@web.de"],
  ["nina punkt hoffmann mit nur einem f at gmx punkt de", "nina.hofmann@gmx.de"],
  ["marc mit k at gmx punkt de", "mark@gmx.de"],
  ["sofie mit ph at gmx punkt de", "sophie@gmx.de"],
];

export const addressesTwice: SaidEmail[] = [
  ["die alte war ulla at arcor punkt de die neue ist ulla punkt beier at gmail punkt com", "ulla.beier@gmail.com"],
  ["nehmen sie die private das ist olaf at gmx punkt de die von der arbeit ist olaf at bosch punkt com", "?"],
  ["nicht mehr die bei web sondern ines punkt falk at gmx punkt de", "ines.falk@gmx.de"],
  ["tom at web punkt de oder tom at gmx punkt de eine von beiden", "?"],
  ["früher hatte ich max at aol punkt com jetzt hab ich max at posteo punkt de", "max@posteo.de"],
  ["dienstlich ist es eva at firma punkt de privat eva at web punkt de", "?"],
  ["jo at gmx punkt de und meine frau hat ida at gmx punkt de", "?"],
];

export const addressesMended: SaidEmail[] = [
  ["ralf at gmail punkt de nein punkt com", "ralf@gmail.com"],
  ["silke at gmail quatsch at gmx punkt de", "silke@gmx.de"],
  ["nora punkt wild at web punkt com äh punkt de", "nora.wild@web.de"],
  ["peter punkt nein peter unterstrich voss at web punkt de", "peter_voss@web.de"],
  ["rosi dreiundsiebzig nee vierundsiebzig at web punkt de", "rosi74@web.de"],
  ["jonas at posteo punkt net ach ne punkt de", "jonas@posteo.de"],
  ["conny at yahoo punkt de moment doch punkt com", "conny@yahoo.com"],
  ["hilde at web punkt de nein ohne punkt", "?"],
];

export const englishAddressesLast: SaidEmail[] = [
  ["sure it's dan dot porter at gmail dot com", "dan.porter@gmail.com"],
  ["let me think it's holly underscore ray at yahoo dot com", "holly_ray@yahoo.com"],
  ["my email would be craig dot nash at outlook dot com", "craig.nash@outlook.com"],
  ["okay so that would be amy at fieldstone dot co dot uk", "amy@fieldstone.co.uk"],
  ["hang on a second right it's joel dot finch at icloud dot com", "joel.finch@icloud.com"],
  ["yeah you can use tessa ninety one at gmail dot com", "tessa91@gmail.com"],
  ["erik with a k at gmail dot com", "erik@gmail.com"],
  ["eric with a k at gmail dot com", "erik@gmail.com"],
  ["brigit with two t at web dot de", "brigitt@web.de"],
  ["scot with two t at gmail dot com", "scott@gmail.com"],
  ["sara with an h at the end dot lowe at gmail dot com", "sarah.lowe@gmail.com"],
  ["neil at marsh dot uk no wait dot com", "neil@marsh.com"],
  ["gina at hotmail sorry at outlook dot com", "gina@outlook.com"],
  ["work is pam at acme dot com private is pam at gmail dot com", "?"],
  ["my old one was bob at aol dot com the new one is bob dot hill at gmail dot com", "bob.hill@gmail.com"],
  ["that's lucy dot no lucy dash marsh at gmail dot com", "lucy-marsh@gmail.com"],
];
