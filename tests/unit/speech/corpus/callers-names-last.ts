import type { SaidName } from "./names";

/** Names spelled by every alphabet and corrected in the middle, written and labelled before any of them was heard. */
export const spelledByAlphabets: SaidName[] = [
  ["krieg ich buchstabiere kaufmann richard ida emil gustav", "Krieg"],
  ["konrad ludwig ulrich gustav emil", "Kluge"],
  ["köln leipzig offenbach salzwedel essen", "Klose"],
  ["bravo echo november november echo tango tango", "Bennett"],
  ["w wie wuppertal o wie offenbach l wie leipzig f wie frankfurt", "Wolf"],
  ["zander z wie zürich a wie anton n wie nordpol d wie dora e wie emil r wie richard", "Zander"],
  ["h wie haus e wie esel s wie sonne s wie sonne", "Hess"],
  ["prätorius p r ä t o r i u s", "Prätorius"],
  ["theodor ärger ulrich berta emil richard", "Täuber"],
  ["ich heiße hübner heinrich übermut berta nordpol emil richard", "Hübner"],
  ["brüning b r ü n i n g vorname silvia", "Brüning", "Silvia"],
  ["jäkel j ä k e l", "Jäkel"],
  ["schütz mit t z", "Schütz"],
  ["schröer ohne d", "Schröer"],
  ["gerd mit t am ende nein das ist der vorname gert nolte", "Nolte", "Gert"],
  ["reiß mit scharfem s", "Reiß"],
  ["reiss mit doppel s", "Reiss"],
  ["c wie caesar ö wie ökonom r wie richard n wie nordpol e wie emil r wie richard", "Cörner"],
];

export const namesMended: SaidName[] = [
  ["baumann nein baumgart", "Baumgart"],
  ["frau stolz äh entschuldigung frau stolze", "Stolze", undefined, "Frau"],
  ["petra kern nein kerner", "Kerner", "Petra"],
  ["merkel also nicht merkel sondern märkl", "Märkl"],
  ["hier ist der oliver sorry ich meine der hannes brandl", "Brandl", "Hannes"],
  ["nicht fischer sondern vischer mit v", "Vischer"],
  ["früher bergmann jetzt lohse", "Lohse"],
  ["sie haben mich als kuhn drin richtig ist kühn", "Kühn"],
  ["weiß weiß mit eszett", "Weiß"],
];

export const namesOfRank: SaidName[] = [
  ["hier ist professor doktor elke rademacher", "Rademacher", "Elke", "Prof. Dr."],
  ["herr doktor ingo pfaff", "Pfaff", "Ingo", "Herr Dr."],
  ["leonie freifrau von stetten", "Freifrau von Stetten", "Leonie"],
  ["von und zu hohenfels", "von und zu Hohenfels"],
  ["alexander graf zu eltz", "Graf zu Eltz", "Alexander"],
  ["frau magister pichler", "Pichler", undefined, "Frau Mag."],
  ["angela müller bindestrich thurgau", "Müller-Thurgau", "Angela"],
  ["schmitz minus wolters", "Schmitz-Wolters"],
  ["nadja brandt doppelname brandt bindestrich seidel", "Brandt-Seidel", "Nadja"],
  ["hans peter rühl mit bindestrich zwischen hans und peter", "Rühl", "Hans-Peter"],
  ["gräfin von der schulenburg", "Gräfin von der Schulenburg"],
];

export const namesFromElsewhere: SaidName[] = [
  ["mein name ist ngoc anh tran", "Tran", "Ngoc Anh"],
  ["ich bin der yusuf al hamad", "al Hamad", "Yusuf"],
  ["maria de la cruz", "de la Cruz", "Maria"],
  ["zbigniew brzezinski", "Brzezinski", "Zbigniew"],
  ["o'neill", "O'Neill"],
  ["björn ångström", "Ångström", "Björn"],
  ["hier spricht dimitrios papadakis", "Papadakis", "Dimitrios"],
  ["auf den namen özdemir", "Özdemir"],
  ["ich heiße van der meer jeroen van der meer", "van der Meer", "Jeroen"],
];

export const withoutANameLast: SaidName[] = [
  ["das hab ich doch grad schon gesagt", ""],
  ["wozu brauchen sie den", ""],
  ["den kennen sie doch", ""],
  ["die nummer müsste bei ihnen angezeigt werden", ""],
];

export const englishNamesLast: SaidName[] = [
  ["it's marlowe m a r l o w e", "Marlowe"],
  ["my name's fiona caldwell", "Caldwell", "Fiona"],
  ["steven with a v hartley", "Hartley", "Steven"],
  ["sierra tango oscar november echo", "Stone"],
  ["mrs pryce with a y", "Pryce", undefined, "Frau"],
  ["clark with an e at the end", "Clarke"],
  ["doctor alan whitby", "Whitby", "Alan", "Dr."],
  ["johnson no sorry johnston", "Johnston"],
  ["what do you need that for", ""],
];
