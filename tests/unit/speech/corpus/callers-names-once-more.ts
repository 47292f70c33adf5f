import type { SaidName } from "./names";

/** Names by other callers and in other words, labelled before any was heard and heard after the set before was mended. */
export const givenOnceMore: SaidName[] = [
  ["einen schönen guten tag wünsche ich mein name ist tönnies", "Tönnies"],
  ["praxis? ja hier ist noch mal die mutter von leon das ist familie zabel", "Zabel"],
  ["der hund heißt rocky und ich bin frau ostermann", "Ostermann", undefined, "Frau"],
  ["auf helmut, helmut kranz", "Kranz", "Helmut"],
  ["fahrstunde für meinen sohn tim, tim brüggemann", "Brüggemann", "Tim"],
  ["ich bin der schwiegersohn von frau hölzl mein name ist gruber", "Gruber"],
  ["bei ihnen bin ich noch als fräulein apel drin jetzt heiße ich wiegand", "Wiegand"],
  ["notieren sie bitte oleksandr kovalenko", "Kovalenko", "Oleksandr"],
  ["mein name ist aleksandra wiśniewska", "Wiśniewska", "Aleksandra"],
  ["dat is hier wilms, peter wilms", "Wilms", "Peter"],
  ["kennen sie mich noch ich bin die biggi schlüter", "Schlüter", "Biggi"],
  ["ich sag ihnen mal den namen das ist ein langer papadopoulos", "Papadopoulos"],
  ["schreiben se auf hinnerk behn", "Behn", "Hinnerk"],
];

export const titledOnceMore: SaidName[] = [
  ["frau doktor von der ahe", "von der Ahe", undefined, "Frau Dr."],
  ["der name ist zum felde", "zum Felde"],
  ["doktor doktor rainer mohr", "Mohr", "Rainer", "Dr. Dr."],
  ["frau dr anna-lena vogt", "Vogt", "Anna-Lena", "Frau Dr."],
  ["familie del monte", "del Monte"],
  ["steuerberater meinecke", "Meinecke"],
  ["becker gedankenstrich sommer", "Becker-Sommer"],
  ["marie luise kranz mit bindestrich zwischen marie und luise", "Kranz", "Marie-Luise"],
  ["schulze bindestrich delitzsch", "Schulze-Delitzsch"],
  ["nach der hochzeit jetzt ott minus reichel", "Ott-Reichel"],
];

export const writtenOnceMore: SaidName[] = [
  ["schmid nur mit d", "Schmid"],
  ["schmidt nein ohne t am ende", "Schmid"],
  ["lorenz mit t z", "Lorentz"],
  ["gerhard mit dt, gerhardt", "Gerhardt"],
  ["voss mit zwei s", "Voss"],
  ["köhler nicht mit ö sondern mit oe", "Koehler"],
  ["peterson mit o n am ende", "Peterson"],
  ["katharina mit c und th, katharina moll", "Moll", "Catharina"],
  ["kaiser mit a y", "Kayser"],
  ["haase mit zwei a", "Haase"],
];

export const spelledOnceMore: SaidName[] = [
  ["siegfried paula anton heinrich nordpol", "Spahn"],
  ["bei der telekom sagt man theodor ida emil dora emil", "Tiede"],
  ["schreibt sich gustav ludwig ärger siegfried emil richard", "Gläser"],
  ["martha emil eszett martha emil richard", "Meßmer"],
  ["leipzig umlaut unna düsseldorf tübingen köln essen", "Lüdtke"],
  ["münchen aachen ypsilon rostock", "Mayr"],
  ["salzwedel chemnitz hamburg offenbach leipzig zwickau, scholz", "Scholz"],
  ["november oscar whisky alpha kilo", "Nowak"],
  ["papa echo tango romeo yankee", "Petry"],
  ["d wie doof i e z", "Diez"],
  ["h a doppel g e", "Hagge"],
  ["jot u er ka", "Jurk"],
  ["vau o e ge e el", "Voegel"],
  ["s t a h l wie das metall", "Stahl"],
  ["ohlsen o h l s e n nicht olsen", "Ohlsen"],
  ["t h a nein warten sie t a n n e r t", "Tannert"],
];

export const withoutANameOnceMore: SaidName[] = [
  ["ich bin neu bei ihnen", ""],
  ["der gleiche wie vorhin", ""],
];

export const englishOnceMore: SaidName[] = [
  ["morning, fiona gilchrist here", "Gilchrist", "Fiona"],
  ["the booking's under patterson", "Patterson"],
  ["mister okafor", "Okafor", undefined, "Herr"],
  ["my son's name is dylan hart", "Hart", "Dylan"],
  ["sorry it's mitchell not michel", "Mitchell"],
  ["g r double e n e", "Greene"],
  ["a for apple d for dog a m s", "Adams"],
  ["delta echo lima golf alpha delta oscar", "Delgado"],
  ["elliott with two l's and two t's", "Elliott"],
  ["do you really need that", ""],
];
