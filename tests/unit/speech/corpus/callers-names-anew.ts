import type { SaidName } from "./names";

/** Names as everyday callers give them, as a recogniser writes them; written and labelled before any was heard. */
export const givenInPassing: SaidName[] = [
  ["ja hallo guten tag hier spricht die renate kühn ich war letzte woche schon mal bei ihnen", "Kühn", "Renate"],
  ["grüß gott brandstetter mein name ich bräuchte an termin", "Brandstetter"],
  ["servus der huber sepp da", "Huber", "Sepp"],
  ["moin hier ist jansen aus leer", "Jansen"],
  ["tach auch, wolters, ich rufe wegen meiner reifen an", "Wolters"],
  ["ähm ja das is für mich also kowalczyk kevin kowalczyk", "Kowalczyk", "Kevin"],
  ["bitte auf den namen meiner frau das ist die ilse drechsler", "Drechsler", "Ilse"],
  ["der termin ist nicht für mich sondern für meinen vater erwin hoppe", "Hoppe", "Erwin"],
  ["ich heiße özlem kaya", "Kaya", "Özlem"],
  ["wir sind die familie stadler", "Stadler"],
  ["ich bin eine neue patientin mein name ist gerlinde aumann", "Aumann", "Gerlinde"],
  ["sie können mich unter ritter eintragen", "Ritter"],
  ["das müsste unter winkelmann laufen", "Winkelmann"],
  ["früher hieß ich kranz jetzt heiße ich pohl", "Pohl"],
  ["lange ist mein name also lange wie lange", "Lange"],
  ["nein nicht wagner sondern wegner", "Wegner"],
  ["äh nee entschuldigung auf schubert nicht auf meinen mädchennamen", "Schubert"],
  ["reinhold thoma wie der schriftsteller", "Thoma", "Reinhold"],
  ["mein vorname ist lena und nachname dann wirth mit th", "Wirth", "Lena"],
  ["ich ruf für meine oma an die heißt hannelore scholz", "Scholz", "Hannelore"],
  ["ja grüezi da isch d frau aebischer", "Aebischer", undefined, "Frau"],
  ["is des die praxis ich bin da xaver moosbauer", "Moosbauer", "Xaver"],
  ["auf kranich wie der vogel", "Kranich"],
  ["ich bin's noch mal der von eben bauer", "Bauer"],
  ["meine tochter mia sophie hellwig braucht einen termin", "Hellwig", "Mia Sophie"],
];

export const withTitlesAndParticles: SaidName[] = [
  ["frau doktor med dent elke sandner", "Sandner", "Elke", "Frau Dr."],
  ["hier ist professor von kleist", "von Kleist", undefined, "Prof."],
  ["herr van den berg", "van den Berg", undefined, "Herr"],
  ["zur mühlen mein name", "zur Mühlen"],
  ["mein name ist ten brink", "ten Brink"],
  ["herr dipl ing wolfgang petri", "Petri", "Wolfgang", "Herr Dipl.-Ing."],
  ["frau magister hofer", "Hofer", undefined, "Frau Mag."],
  ["da silva, maria", "da Silva", "Maria"],
  ["herr pfarrer lindner", "Lindner", undefined, "Herr"],
  ["rechtsanwältin doktor simone beer", "Beer", "Simone", "Dr."],
  ["doktor hab ich noch keinen einfach brückner", "Brückner"],
  ["frau professorin doktorin ilka thoms", "Thoms", "Ilka", "Frau Prof. Dr."],
  ["vom bruch, andreas vom bruch", "vom Bruch", "Andreas"],
];

export const ofTwoParts: SaidName[] = [
  ["schmidt strich berger", "Schmidt-Berger"],
  ["karin müller minus hoffmann", "Müller-Hoffmann", "Karin"],
  ["ich hab einen doppelnamen lohmann bindestrich eggers", "Lohmann-Eggers"],
  ["hans peter wolff mit zwei f", "Wolff", "Hans Peter"],
  ["eva bindestrich maria lutz", "Lutz", "Eva-Maria"],
  ["nachname ist kunz trennstrich weidmann", "Kunz-Weidmann"],
  ["jens uwe thomsen", "Thomsen", "Jens Uwe"],
  ["garcía lópez, zwei nachnamen, vorname elena", "García López", "Elena"],
];

export const writtenInAWay: SaidName[] = [
  ["schäffer mit zwei f", "Schäffer"],
  ["böhme mit e hinten", "Böhme"],
  ["gross mit zwei s nicht mit scharfem s", "Gross"],
  ["kraus mit scharfem s hinten", "Krauß"],
  ["heinz mit t z", "Heintz"],
  ["jäger mit ae", "Jaeger"],
  ["kröger also mit o e geschrieben", "Kroeger"],
  ["hoffmann mit zwei f und einem n", "Hoffman"],
  ["meier mit a ypsilon", "Mayer"],
  ["walter mit th", "Walther"],
  ["günther ohne h", "Günter"],
  ["schmidt mit doppel t", "Schmitt"],
  ["kühn ohne pünktchen", "Kuhn"],
  ["klaus mit c vorne, klaus sander", "Sander", "Claus"],
  ["has mit doppel a", "Haas"],
  ["fetter mit v wie vogel am anfang", "Vetter"],
  ["müller mit ulrich emil", "Mueller"],
  ["kuhn ganz normal ohne umlaut", "Kuhn"],
];

export const spelledWithPeople: SaidName[] = [
  ["behrens, berta emil heinrich richard emil nordpol siegfried", "Behrens"],
  ["theodor ida schule ludwig emil richard", "Tischler"],
  ["kaufmann otto cäsar heinrich", "Koch"],
  ["paula emil theodor zeppelin otto ludwig dora", "Petzold"],
  ["quelle ulrich anton nordpol dora theodor", "Quandt"],
  ["mein name ist viehweg viktor ida emil heinrich wilhelm emil gustav", "Viehweg"],
  ["friedrich wilhelm kaufmann", "Kaufmann", "Friedrich Wilhelm"],
  ["dora übermut berta berta emil richard samuel", "Dübbers"],
  ["zwei mal ludwig hinten, also kaufmann nordpol otto ludwig ludwig", "Knoll"],
  ["ökonom zeppelin kaufmann anton nordpol", "Özkan"],
  ["theodor heinrich ida emil ludwig emil, also thiele", "Thiele"],
  ["wilhelm emil ida eszett berta anton charlotte", "Weißbach"],
  ["anton berta, quatsch, anton dora ludwig emil richard", "Adler"],
  ["xaver anton nordpol dora emil richard, xander", "Xander"],
];

export const spelledWithPlaces: SaidName[] = [
  ["aachen düsseldorf aachen münchen", "Adam"],
  ["zwickau ingelheim münchen münchen essen rostock, zimmer", "Zimmer"],
  ["hamburg umlaut unna berlin nürnberg essen rostock", "Hübner"],
  ["rostock offenbach eszett", "Roß"],
  ["ypsilon ingelheim leipzig düsseldorf ingelheim zwickau", "Yildiz"],
  ["ich bin aus aachen und heiße jost", "Jost"],
  ["chemnitz leipzig aachen unna salzwedel salzwedel essen nürnberg, clausen mit c und doppel s", "Claussen"],
  ["bravo romeo alfa uniform november", "Braun"],
  ["quebec uniform alfa sierra tango", "Quast"],
  ["juliett uniform november golf, jung", "Jung"],
];

export const spelledSomehow: SaidName[] = [
  ["kaminski, k wie katze, a, m wie maus, i, n wie nase, s, k, i", "Kaminski"],
  ["b wie bruno r wie rosa e wie esel i s a c h", "Breisach"],
  ["es ce ha a de e", "Schade"],
  ["ka er u pe pe", "Krupp"],
  ["b a c h, m, a, doppel n", "Bachmann"],
  ["erst ein k dann r ö l l", "Kröll"],
  ["lehnert, buchstabiert l e h n e r t, vorname uta", "Lehnert", "Uta"],
  ["vorname j ö r g nachname b ö t t c h e r", "Böttcher", "Jörg"],
  ["w e g e n e r, nein ohne das zweite e, also w e g n e r", "Wegner"],
  ["huber h u b e r nein g r u b e r gruber", "Gruber"],
];

export const withoutAName: SaidName[] = [
  ["das geht sie nichts an", ""],
  ["ich wollte erst mal nur fragen was das kostet", ""],
  ["moment ich geb sie mal an meine frau weiter", ""],
  ["buchstabieren kann ich nicht", ""],
];

export const englishGivenInPassing: SaidName[] = [
  ["hi yeah this is gareth, gareth llewellyn", "Llewellyn", "Gareth"],
  ["it's for my daughter chloe bennett", "Bennett", "Chloe"],
  ["um my surname is fitzgerald first name nora", "Fitzgerald", "Nora"],
  ["put it under whitaker please", "Whitaker"],
  ["this is missus hargreaves calling", "Hargreaves", undefined, "Frau"],
  ["doctor priya raman speaking", "Raman", "Priya", "Dr."],
  ["the name's o'brien", "O'Brien"],
  ["not johnson, johnston with a t", "Johnston"],
  ["what do you need my name for", ""],
];

export const englishSpelledAnew: SaidName[] = [
  ["h for harry u for umbrella g h e s", "Hughes"],
  ["p as in peter e a r c e", "Pearce"],
  ["double u i double l s", "Wills"],
  ["lima echo echo", "Lee"],
  ["it's r e i double l y", "Reilly"],
  ["thompson without the p", "Thomson"],
  ["brown with an e on the end", "Browne"],
  ["vaughan, v a u g h a n", "Vaughan"],
  ["n for november g u y e n", "Nguyen"],
  ["steven with a p h, steven clark", "Clark", "Stephen"],
];
