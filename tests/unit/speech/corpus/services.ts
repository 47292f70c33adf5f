/** What was asked for, and the services that are meant, in their order and joined by ` + `; `?` where it has to be asked. */
export type SaidService = readonly [said: string, meant: string];

/** A service's name, the words that its owner gave for it, and what a composite one consists of. */
export interface Offered {
  name: string;
  synonyms?: string[];
  segments?: string[];
}

export const salon: Offered[] = [
  { name: "Damenhaarschnitt", synonyms: ["Haare schneiden Damen"] },
  { name: "Herrenhaarschnitt", synonyms: ["Haare schneiden Herren"] },
  { name: "Kinderhaarschnitt", synonyms: [] },
  { name: "Färben", synonyms: ["Haare färben", "Coloration", "Tönung", "Ansatz"] },
  { name: "Strähnen", synonyms: ["Balayage", "Highlights"] },
  { name: "Waschen", synonyms: ["Haarwäsche"] },
  { name: "Föhnen", synonyms: ["Styling"] },
  { name: "Dauerwelle", synonyms: ["Locken"] },
  { name: "Bart trimmen", synonyms: ["Bartpflege", "Rasur"] },
  { name: "Hochsteckfrisur", synonyms: ["Brautfrisur"] },
  {
    name: "Verwöhnpaket",
    synonyms: ["Waschen, Färben, Föhnen"],
    segments: ["Waschen", "Färben", "Föhnen"],
  },
];

export const inTheSalon: SaidService[] = [
  ["Damenhaarschnitt", "Damenhaarschnitt"],
  ["einen Damenhaarschnitt bitte", "Damenhaarschnitt"],
  ["einmal Haare schneiden für Damen", "Damenhaarschnitt"],
  ["einen Haarschnitt für Frauen", "Damenhaarschnitt"],
  ["einen Herrenschnitt", "Herrenhaarschnitt"],
  ["Männerhaarschnitt", "Herrenhaarschnitt"],
  ["meinem Sohn die Haare schneiden, also einen Kinderschnitt", "Kinderhaarschnitt"],
  ["Kinderhaarschnitt", "Kinderhaarschnitt"],
  ["ich möchte mir die Haare färben lassen", "Färben"],
  ["Farbe", "Färben"],
  ["Ansatz färben", "Färben"],
  ["einmal Tönen bitte", "Färben"],
  ["ich hätte gern Strähnchen", "Strähnen"],
  ["Strähnen machen lassen", "Strähnen"],
  ["eine Balayage", "Strähnen"],
  ["Balajage", "Strähnen"],
  ["nur föhnen", "Föhnen"],
  ["fönen bitte", "Föhnen"],
  ["eine Dauerwelle", "Dauerwelle"],
  ["Locken machen lassen", "Dauerwelle"],
  ["den Bart trimmen", "Bart trimmen"],
  ["Bart schneiden", "Bart trimmen"],
  ["ich bräuchte eine Rasur", "Bart trimmen"],
  ["eine Hochsteckfrisur für die Hochzeit", "Hochsteckfrisur"],
  ["meine Brautfrisur", "Hochsteckfrisur"],
  ["das Verwöhnpaket", "Verwöhnpaket"],
  ["Herrenharschnitt", "Herrenhaarschnitt"],
  ["Damen Haar Schnitt", "Damenhaarschnitt"],
];

export const severalInTheSalon: SaidService[] = [
  ["waschen und föhnen", "Waschen + Föhnen"],
  ["Damenhaarschnitt und Färben", "Damenhaarschnitt + Färben"],
  ["Färben, dann Föhnen", "Färben + Föhnen"],
  ["waschen, färben, föhnen", "Verwöhnpaket"],
  ["Waschen, Färben und Föhnen bitte", "Verwöhnpaket"],
  ["Herrenhaarschnitt und Bart", "Herrenhaarschnitt + Bart trimmen"],
  ["Herrenhaarschnitt plus Rasur", "Herrenhaarschnitt + Bart trimmen"],
  ["Strähnen mit Föhnen", "Strähnen + Föhnen"],
  ["erst Dauerwelle und danach föhnen", "Dauerwelle + Föhnen"],
  ["Damenhaarschnitt sowie Strähnen", "Damenhaarschnitt + Strähnen"],
];

export const openInTheSalon: SaidService[] = [
  ["einen Haarschnitt", "?"],
  ["Haare schneiden", "?"],
  ["einen Termin bitte", "?"],
  ["eine Massage", "?"],
  ["Ölwechsel", "?"],
  ["morgen um drei", "?"],
  ["irgendwas Schönes", "?"],
  ["eine Zahnreinigung", "?"],
  ["zur Frau Berger", "?"],
];

export const practice: Offered[] = [
  { name: "Erstgespräch", synonyms: ["Erstberatung", "Kennenlernen", "Neupatient"] },
  { name: "Kontrolluntersuchung", synonyms: ["Kontrolle", "Vorsorge", "Check-up"] },
  { name: "Professionelle Zahnreinigung", synonyms: ["Zahnreinigung", "PZR"] },
  { name: "Füllung", synonyms: ["Plombe", "Loch im Zahn"] },
  { name: "Wurzelbehandlung", synonyms: [] },
  { name: "Krankengymnastik", synonyms: ["KG", "Physiotherapie"] },
  { name: "Manuelle Therapie", synonyms: ["MT"] },
  { name: "Lymphdrainage", synonyms: ["Manuelle Lymphdrainage", "MLD"] },
];

export const inThePractice: SaidService[] = [
  ["ich bin neu und hätte gern ein Erstgespräch", "Erstgespräch"],
  ["zur Kontrolle", "Kontrolluntersuchung"],
  ["eine Kontrolluntersuchung", "Kontrolluntersuchung"],
  ["zum Check-up", "Kontrolluntersuchung"],
  ["Zahnreinigung", "Professionelle Zahnreinigung"],
  ["eine professionelle Zahnreinigung", "Professionelle Zahnreinigung"],
  ["PZR bitte", "Professionelle Zahnreinigung"],
  ["mir ist die Plombe rausgefallen", "Füllung"],
  ["ich hab ein Loch im Zahn", "Füllung"],
  ["Wurzelbehandlung", "Wurzelbehandlung"],
  ["Krankengymnastik", "Krankengymnastik"],
  ["ich hab ein Rezept für Krankengymnastik", "Krankengymnastik"],
  ["Physio", "Krankengymnastik"],
  ["Physiotherapie", "Krankengymnastik"],
  ["manuelle Therapie", "Manuelle Therapie"],
  ["Lymphdränage", "Lymphdrainage"],
  ["manuelle Lymphdrainage", "Lymphdrainage"],
  ["sechs Mal MT", "Manuelle Therapie"],
  ["ein Rezept über KG", "Krankengymnastik"],
  ["Krankengymnastik und Lymphdrainage", "Krankengymnastik + Lymphdrainage"],
  ["Kontrolle und Zahnreinigung", "Kontrolluntersuchung + Professionelle Zahnreinigung"],
];

export const openInThePractice: SaidService[] = [
  ["ich habe Schmerzen", "?"],
  ["ein Rezept abholen", "?"],
  ["eine Krankschreibung", "?"],
  ["Therapie", "?"],
  ["Haare schneiden", "?"],
];

export const garage: Offered[] = [
  { name: "Ölwechsel" },
  { name: "Reifenwechsel", synonyms: ["Räderwechsel", "Winterreifen", "Sommerreifen"] },
  { name: "Inspektion", synonyms: ["Service", "Durchsicht"] },
  { name: "Hauptuntersuchung", synonyms: ["TÜV", "HU", "AU"] },
  { name: "Bremsen erneuern", synonyms: ["Bremsbeläge"] },
];

export const inTheGarage: SaidService[] = [
  ["Ölwechsel", "Ölwechsel"],
  ["das Öl wechseln", "Ölwechsel"],
  ["Reifen wechseln", "Reifenwechsel"],
  ["die Winterreifen drauf", "Reifenwechsel"],
  ["Räder wechseln", "Reifenwechsel"],
  ["zum TÜV", "Hauptuntersuchung"],
  ["der Wagen muss zum TÜV", "Hauptuntersuchung"],
  ["die Inspektion ist fällig", "Inspektion"],
  ["Bremsen machen", "Bremsen erneuern"],
  ["neue Bremsbeläge", "Bremsen erneuern"],
  ["TÜV und Inspektion", "Hauptuntersuchung + Inspektion"],
  ["Ölwechsel, Reifenwechsel", "Ölwechsel + Reifenwechsel"],
  ["die Scheibe tauschen", "?"],
];

export const englishSalon: Offered[] = [
  { name: "Women's haircut", synonyms: ["ladies' cut"] },
  { name: "Men's haircut", synonyms: ["gents' cut"] },
  { name: "Hair colouring", synonyms: ["colour", "color", "dye"] },
  { name: "Highlights", synonyms: ["balayage"] },
  { name: "Blow-dry", synonyms: ["blowout", "styling"] },
  { name: "Beard trim", synonyms: ["shave"] },
  { name: "Back massage", synonyms: ["massage"] },
];

export const inTheEnglishSalon: SaidService[] = [
  ["a women's haircut please", "Women's haircut"],
  ["a men's haircut", "Men's haircut"],
  ["a ladies' cut", "Women's haircut"],
  ["I'd like my hair dyed", "Hair colouring"],
  ["I want to colour my hair", "Hair colouring"],
  ["get my highlights done", "Highlights"],
  ["a blow dry", "Blow-dry"],
  ["just a blowout", "Blow-dry"],
  ["trim my beard", "Beard trim"],
  ["a shave", "Beard trim"],
  ["a massage for my back", "Back massage"],
  ["men's haircut and a beard trim", "Men's haircut + Beard trim"],
  ["colour then blow-dry", "Hair colouring + Blow-dry"],
  ["highlights and a blow dry please", "Highlights + Blow-dry"],
  ["a balayage", "Highlights"],
];

export const openInTheEnglishSalon: SaidService[] = [
  ["a haircut", "?"],
  ["an appointment please", "?"],
  ["an oil change", "?"],
  ["tomorrow at three", "?"],
  ["I'm not sure yet", "?"],
];
