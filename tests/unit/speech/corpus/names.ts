/** What was said when a name was asked for, and the name: last name, first name, form of address and titles. */
export type SaidName = readonly [said: string, lastName: string, firstName?: string, address?: string];

export const introduced: SaidName[] = [
  ["Schneider", "Schneider"],
  ["Hallo, ich bin der Jonas Weber", "Weber", "Jonas"],
  ["Guten Morgen, Petra Schulz mein Name", "Schulz", "Petra"],
  ["Schneider ist mein Name", "Schneider"],
  ["mein Name lautet Krause", "Krause"],
  ["Wagner, guten Tag", "Wagner"],
  ["Becker am Apparat", "Becker"],
  ["auf Lehmann bitte", "Lehmann"],
  ["das läuft auf den Namen Fischer", "Fischer"],
  ["der Name ist Kowalski", "Kowalski"],
  ["ich heiße Mehmet Yıldırım", "Yıldırım", "Mehmet"],
  ["äh ja also Köhler", "Köhler"],
  ["sagen wir auf Berger", "Berger"],
  ["schreiben Sie einfach Franke", "Franke"],
  ["Moin, Petersen hier", "Petersen"],
  ["Petersen nochmal, hallo", "Petersen"],
  ["ja mein Name ist Lukas Hartmann und ich bräuchte einen Termin", "Hartmann", "Lukas"],
  ["Hartmann, Lukas Hartmann", "Hartmann", "Lukas"],
  ["Schäfer mein Name, Julia Schäfer", "Schäfer", "Julia"],
  ["ich bin's, die Monika Kaiser", "Kaiser", "Monika"],
  ["tragen Sie mal Zimmermann ein", "Zimmermann"],
  ["hier ist nochmal Frau Sommer", "Sommer", undefined, "Frau"],
  ["mein Name ist katrin vogt", "Vogt", "Katrin"],
  ["Nachname Peters, Vorname Lisa", "Peters", "Lisa"],
  ["Vorname Lisa, Nachname Peters", "Peters", "Lisa"],
  ["Peters, Vorname Lisa", "Peters", "Lisa"],
  ["mit Vornamen Lisa, mit Nachnamen Peters", "Peters", "Lisa"],
  ["mein Nachname ist Neumann", "Neumann"],
  ["der Familienname ist Ziegler", "Ziegler"],
  ["Familie Lorenz", "Lorenz"],
];

export const forOthers: SaidName[] = [
  ["für meinen Mann, Stefan Winkler", "Winkler", "Stefan"],
  ["für meine Mutter Helga Brandt", "Brandt", "Helga"],
  ["der Termin ist für meinen Sohn Paul Richter", "Richter", "Paul"],
  ["ich rufe an für Herrn Vogel", "Vogel", undefined, "Herr"],
  ["das wäre für die Frau Ludwig", "Ludwig", undefined, "Frau"],
  ["für meine Chefin, Frau Dr. Arnold", "Arnold", undefined, "Frau Dr."],
];

export const titles: SaidName[] = [
  ["Doktor Krüger", "Krüger", undefined, "Dr."],
  ["Frau Doktor Lang", "Lang", undefined, "Frau Dr."],
  ["Herr Professor Busch", "Busch", undefined, "Herr Prof."],
  ["Frau Professor Doktor Eva Winter", "Winter", "Eva", "Frau Prof. Dr."],
  ["Prof. Dr. med. Sauer", "Sauer", undefined, "Prof. Dr."],
  ["hier Doktor Anton Seidel", "Seidel", "Anton", "Dr."],
  ["Magister Leitner", "Leitner", undefined, "Mag."],
  ["Herr Magister Doktor Hofer", "Hofer", undefined, "Herr Mag. Dr."],
  ["Frau Diplom-Ingenieurin Pohl", "Pohl", undefined, "Frau Dipl.-Ing."],
  ["mein Name ist Ingrid Baum, Doktor Ingrid Baum", "Baum", "Ingrid", "Dr."],
];

export const compounds: SaidName[] = [
  ["Müller-Lüdenscheidt", "Müller-Lüdenscheidt"],
  ["Müller Bindestrich Meier", "Müller-Meier"],
  ["Sabine Leutheusser Bindestrich Schnarrenberger", "Leutheusser-Schnarrenberger", "Sabine"],
  ["Karl-Heinz Möller", "Möller", "Karl-Heinz"],
  ["Anna Lena Groß", "Groß", "Anna Lena"],
  ["Frau von der Leyen", "von der Leyen", undefined, "Frau"],
  ["Carl von Ossietzky", "von Ossietzky", "Carl"],
  ["Ludwig van Beethoven", "van Beethoven", "Ludwig"],
  ["Fatima el Amrani", "el Amrani", "Fatima"],
  ["zu Guttenberg", "zu Guttenberg"],
  ["Giulia di Lorenzo", "di Lorenzo", "Giulia"],
  ["Maria dos Santos", "dos Santos", "Maria"],
  ["Oskar vom Bruch", "vom Bruch", "Oskar"],
  ["Björn Mac Allister", "Mac Allister", "Björn"],
];

export const umlauts: SaidName[] = [
  ["Müller mit ue", "Mueller"],
  ["Müller mit u e", "Mueller"],
  ["Goethe mit oe", "Goethe"],
  ["Möller mit ö", "Möller"],
  ["Jäger mit ä", "Jäger"],
  ["Jäger mit ae", "Jaeger"],
  ["Weiß mit scharfem S", "Weiß"],
  ["Weiß mit Doppel-S", "Weiss"],
  ["Weiss mit Eszett", "Weiß"],
  ["Groß mit zwei S", "Gross"],
  ["Özgür Şahin", "Şahin", "Özgür"],
];

export const spellingHints: SaidName[] = [
  ["Schmidt mit dt", "Schmidt"],
  ["Schmitt mit Doppel-t", "Schmitt"],
  ["Schmidt mit zwei t", "Schmitt"],
  ["Meier mit e i", "Meier"],
  ["Meier mit a i", "Maier"],
  ["Maier mit ai", "Maier"],
  ["Maier mit e y", "Meyer"],
  ["Mayer mit ay", "Mayer"],
  ["Hoffmann mit einem f", "Hofmann"],
  ["Hofmann mit zwei f", "Hoffmann"],
  ["Fischer mit V", "Vischer"],
  ["Walter mit th", "Walther"],
  ["Schulz mit tz", "Schultz"],
  ["Becker mit ck", "Becker"],
  ["Herrmann mit einem r", "Hermann"],
  ["Hermann mit Doppel-r", "Herrmann"],
  ["Neumann mit Doppel-n", "Neumann"],
  ["Philipp mit ph", "Philipp"],
];

/** Berta, Cäsar, Dora: what most people still say. */
export const spelledTheOldWay: SaidName[] = [
  [
    "Schmidt, S wie Siegfried, C wie Cäsar, H wie Heinrich, M wie Martha, I wie Ida, D wie Dora, T wie Theodor",
    "Schmidt",
  ],
  ["Samuel Cäsar Heinrich Martha Ida Theodor Theodor", "Schmitt"],
  ["Meyer, Martha Emil Ypsilon Emil Richard", "Meyer"],
  ["Kowalski, ich buchstabiere Kaufmann Otto Wilhelm Anton Ludwig Samuel Kaufmann Ida", "Kowalski"],
  ["Zacharias Ida Emil Gustav Ludwig Emil Richard", "Ziegler"],
  ["Nordpol Emil Übermut Paula Emil Richard Theodor", "Neüpert"],
  ["Quelle Ulrich Anton Nordpol Theodor", "Quant"],
  ["Schule Ärger Friedrich Emil Richard", "Schäfer"],
  ["Berta Ökonom Heinrich Martha", "Böhm"],
  ["Viktor Otto Gustav Theodor", "Vogt"],
  ["Julius Anton Kaufmann Otto Berta Samuel", "Jakobs"],
  ["Xanthippe Anton Viktor Emil Richard", "Xaver"],
  ["Anton zweimal Nordpol Anton", "Anna"],
];

/** Aachen, Berlin, Chemnitz: DIN 5009 of 2022. */
export const spelledByCities: SaidName[] = [
  ["Bauer, Berlin Aachen Unna Essen Rostock", "Bauer"],
  ["Wuppertal Essen Berlin Essen Rostock", "Weber"],
  ["Köln Umlaut Offenbach Hamburg Leipzig Essen Rostock", "Köhler"],
  ["Salzwedel Chemnitz Hamburg Umlaut Unna Tübingen Zwickau", "Schütz"],
  ["Voelklingen Offenbach Goslar Essen Leipzig", "Vogel"],
  ["Frankfurt Ingelheim Salzwedel Chemnitz Hamburg Essen Rostock", "Fischer"],
  ["Jena Umlaut Aachen Goslar Essen Rostock", "Jäger"],
  ["Düsseldorf Ingelheim Essen Tübingen Zwickau", "Dietz"],
  ["Quickborn Unna Aachen Nürnberg Tübingen", "Quant"],
  ["Potsdam Offenbach Hamburg Leipzig", "Pohl"],
  ["Xanten Essen Nürnberg Ingelheim Aachen", "Xenia"],
  ["Goslar Rostock Offenbach Eszett", "Groß"],
];

export const spelledLikePilots: SaidName[] = [
  ["Yankee Echo Alfa Lima", "Yeal"],
  ["Kilo Lima Echo India November", "Klein"],
  ["Whiskey Oscar Lima Foxtrot", "Wolf"],
  ["Hartwig, Hotel Alpha Romeo Tango Whiskey India Golf", "Hartwig"],
  ["Juliett Uniform November Golf", "Jung"],
  ["Bravo Echo Charlie Kilo", "Beck"],
  ["Papa Oscar Hotel Lima", "Pohl"],
  ["Quebec Uniform Alfa Sierra Tango", "Quast"],
  ["Zulu Oscar Romeo November", "Zorn"],
];

export const spelledAnyhow: SaidName[] = [
  ["Mein Name ist Maier, ich buchstabiere: M A I E R", "Maier"],
  ["Bauer, B wie Banane, A wie Apfel, U wie Uhu, E wie Esel, R wie Rad", "Bauer"],
  ["V wie Vogel, O, G wie Garten, T", "Vogt"],
  ["M Ü doppel L E R", "Müller"],
  ["K-O-W-A-L-S-K-I", "Kowalski"],
  ["Es Ce Ha Em I De Te", "Schmidt"],
  ["Ha O Ef Em A En En", "Hofmann"],
  ["Yilmaz, Y I L M A Z", "Yilmaz"],
  ["Nguyen, N wie Nordpol, G wie Gustav, U, Y, E, N", "Nguyen"],
  ["Thomas Gräf, G R Ä F", "Gräf", "Thomas"],
  ["hier ist Sandra Voß, V wie Viktor, O, scharfes S", "Voß", "Sandra"],
  ["Petrovic, P E T R O V I C", "Petrovic"],
  ["der Nachname ist Szymanski, also S Z Y M A N S K I", "Szymanski"],
  ["Frau Jäckel, J Ä C K E L", "Jäckel", undefined, "Frau"],
  ["B wie Berta, doppel E, R", "Beer"],
  ["R wie Richard, O wie Otto, T wie Theodor, H wie Heinrich", "Roth"],
];

export const noName: SaidName[] = [
  ["nein danke", ""],
  ["weiß ich nicht", ""],
  ["das möchte ich nicht sagen", ""],
  ["wozu brauchen Sie das", ""],
  ["ja bitte", ""],
  ["morgen um drei", ""],
  ["keine Ahnung", ""],
  ["anonym bitte", ""],
  ["das sage ich Ihnen nicht", ""],
  ["ist doch egal", ""],
  ["Moment bitte", ""],
  ["wie bitte", ""],
];

export const englishNames: SaidName[] = [
  ["my name is John Smith", "Smith", "John"],
  ["it's Sarah Connor", "Connor", "Sarah"],
  ["this is Doctor Patel", "Patel", undefined, "Dr."],
  ["Mrs Taylor-Jones", "Taylor-Jones", undefined, "Frau"],
  ["hi there, Tom Baker speaking", "Baker", "Tom"],
  ["put it under Harris please", "Harris"],
  ["it's under Walker", "Walker"],
  ["my last name is Clark", "Clark"],
  ["surname Jones, first name Emily", "Jones", "Emily"],
  ["first name Emily, last name Jones", "Jones", "Emily"],
  ["the name's Bond, James Bond", "Bond", "James"],
  ["yes hello I'm Liam O'Brien and I'd like to book", "O'Brien", "Liam"],
  ["Ronald McDonald", "McDonald", "Ronald"],
  ["Mr Ahmed", "Ahmed", undefined, "Herr"],
  ["for my wife, Anne Cooper", "Cooper", "Anne"],
  ["it is for my son Oliver Reed", "Reed", "Oliver"],
];

export const englishSpelling: SaidName[] = [
  ["Smith, S M I T H", "Smith"],
  ["M as in mother, E, Y, E, R", "Meyer"],
  ["Bennett, B E double N E double T", "Bennett"],
  ["Nguyen, November Golf Uniform Yankee Echo November", "Nguyen"],
  ["that's P for Peter, A, T, E, L", "Patel"],
  ["Bravo Romeo Oscar Whiskey November", "Brown"],
  ["Wright, W R I G H T", "Wright"],
  ["Hughes spelled H U G H E S", "Hughes"],
  ["C like Charlie, O, X", "Cox"],
  ["Lee, L double E", "Lee"],
  ["my name is Anna Clarke, C L A R K E", "Clarke", "Anna"],
];

export const englishNoName: SaidName[] = [
  ["no thank you", ""],
  ["I'd rather not say", ""],
  ["why do you need that", ""],
  ["I don't know", ""],
  ["yes please", ""],
];
