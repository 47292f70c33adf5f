import type { Offered, SaidService } from "./services";

/** Wishes in three more trades, written and labelled before any of them was heard. */
export const physiotherapy: Offered[] = [
  { name: "Krankengymnastik", synonyms: ["KG", "Physiotherapie"] },
  { name: "Manuelle Therapie" },
  { name: "Lymphdrainage", synonyms: ["Lymphe"] },
  { name: "Klassische Massage", synonyms: ["Massage"] },
  { name: "Fangopackung", synonyms: ["Fango", "Wärmepackung"] },
  { name: "Kiefergelenktherapie", synonyms: ["CMD"] },
  { name: "Wohlfühlpaket", segments: ["Klassische Massage", "Fangopackung"] },
];

export const wishedAtThePhysiotherapist: SaidService[] = [
  ["ich hab ein rezept für sechsmal krankengymnastik", "Krankengymnastik"],
  ["manuelle therapie am nacken", "Manuelle Therapie"],
  ["lymph drainage am linken bein", "Lymphdrainage"],
  ["massage und fango", "Klassische Massage + Fangopackung"],
  ["massage aber diesmal ohne fango", "Klassische Massage"],
  ["nein keine massage ich brauch krankengymnastik", "Krankengymnastik"],
  ["letztes mal hatte ich lymphdrainage heute bitte manuelle therapie", "Manuelle Therapie"],
  ["irgendwas für den rücken", "?"],
  ["massage oder lymphdrainage was meinen sie", "?"],
  ["therapie", "?"],
  ["mein arzt sagt ich soll mal zu ihnen", "?"],
];

export const optician: Offered[] = [
  { name: "Sehtest", synonyms: ["Augen prüfen"] },
  { name: "Kontaktlinsenanpassung", synonyms: ["Kontaktlinsen"] },
  { name: "Brillenberatung", synonyms: ["neue Brille"] },
  { name: "Brillenreparatur", synonyms: ["Brille reparieren"] },
  { name: "Abholung", synonyms: ["Brille abholen"] },
];

export const wishedAtTheOptician: SaidService[] = [
  ["ich bräuchte mal einen sehtest", "Sehtest"],
  ["meine augen prüfen lassen", "Sehtest"],
  ["der bügel ist abgebrochen das müsste man reparieren an der brille", "Brillenreparatur"],
  ["ich wollte meine brille abholen", "Abholung"],
  ["neue kontakt linsen anpassen", "Kontaktlinsenanpassung"],
  ["es geht um meine brille", "?"],
  ["eine neue brille aber ohne sehtest den hab ich vom augenarzt", "Brillenberatung"],
  ["sehtest und danach gleich eine neue brille", "Sehtest + Brillenberatung"],
  ["hörgeräte machen sie auch oder", "?"],
  ["die brille ist abgeholt ich will jetzt kontaktlinsen", "Kontaktlinsenanpassung"],
];

export const englishDentist: Offered[] = [
  { name: "Check-up", synonyms: ["Examination"] },
  { name: "Cleaning", synonyms: ["Hygienist", "Scale and polish"] },
  { name: "Filling" },
  { name: "Root canal" },
  { name: "Whitening", synonyms: ["Bleaching"] },
];

export const wishedAtTheEnglishDentist: SaidService[] = [
  ["i'd like a check up please", "Check-up"],
  ["just a cleaning no whitening", "Cleaning"],
  ["i had a root canal last month now i need a filling", "Filling"],
  ["check-up and a clean", "Check-up + Cleaning"],
  ["can you whiten my teeth", "Whitening"],
  ["my tooth hurts", "?"],
  ["instead of the filling i'd rather have a check-up", "Check-up"],
  ["either a cleaning or a check-up not sure which", "?"],
  ["i need to see the hygienist", "Cleaning"],
];
