import type { SaidService } from "./services";

/** Wishes of the callers of those businesses; written and labelled before any was heard. */
export const askedInTheSalon: SaidService[] = [
  ["ich will mir die Spitzen schneiden lassen, Damenhaarschnitt", "Damenhaarschnitt"],
  ["Herrenschnitt mit Bart", "Herrenhaarschnitt + Bart trimmen"],
  ["Färben und danach noch Föhnen", "Färben + Föhnen"],
  ["Strähnchen, waschen und stylen", "Strähnen + Waschen + Föhnen"],
  ["neue Farbe und ein Damenschnitt", "Färben + Damenhaarschnitt"],
  ["der Ansatz muss nachgefärbt werden", "Färben"],
  ["Barttrimmen", "Bart trimmen"],
  ["den Bart stutzen", "Bart trimmen"],
  ["Kinder Haarschnitt für meine Tochter", "Kinderhaarschnitt"],
  ["eine Dauer Welle", "Dauerwelle"],
  ["Haare waschen", "Waschen"],
  ["eine Braut Frisur", "Hochsteckfrisur"],
  ["Waschen, Färben und Föhnen, das ganze Paket", "Verwöhnpaket"],
  ["keine Farbe, nur Föhnen", "Föhnen"],
  ["Damenhaarschnitt ohne Föhnen", "Damenhaarschnitt"],
  ["nicht färben, sondern Strähnen", "Strähnen"],
  ["eine Pediküre", "?"],
];

export const askedInThePractice: SaidService[] = [
  ["zur Vorsorgeuntersuchung", "Kontrolluntersuchung"],
  ["Zahnreinigung und eine Füllung", "Professionelle Zahnreinigung + Füllung"],
  ["Lymph Drainage", "Lymphdrainage"],
  ["die Plombe erneuern", "Füllung"],
  ["eine Wurzelkanalbehandlung", "Wurzelbehandlung"],
  ["Kontrolle, aber keine Zahnreinigung", "Kontrolluntersuchung"],
  ["eine Impfung", "?"],
];

export const askedInTheGarage: SaidService[] = [
  ["Räder wechseln und Inspektion", "Reifenwechsel + Inspektion"],
  ["HU und AU", "Hauptuntersuchung"],
  ["einen Oelwechsel mit Durchsicht", "Ölwechsel + Inspektion"],
];

export const askedInTheEnglishSalon: SaidService[] = [
  ["a women's cut and blow dry", "Women's haircut + Blow-dry"],
  ["no colour, just highlights", "Highlights"],
  ["get my beard shaved", "Beard trim"],
  ["hair color", "Hair colouring"],
  ["a manicure", "?"],
];
