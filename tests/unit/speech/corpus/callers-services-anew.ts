import type { Offered, SaidService } from "./services";

/** Wishes of everyday callers in five businesses; written and labelled before any was heard. */
export const wishedInTheSalon: SaidService[] = [
  ["ich müsst mal wieder zum haareschneiden also damen", "Damenhaarschnitt"],
  ["waschen schneiden föhnen für damen", "Waschen + Damenhaarschnitt + Föhnen"],
  ["färben ja föhnen nein", "Färben"],
  ["nur färben nicht schneiden", "Färben"],
  ["also eigentlich wollte ich strähnen aber ich nehm jetzt doch lieber ne tönung", "Färben"],
  ["balayage oder wie das heißt", "Strähnen"],
  ["mein mann braucht einen haarschnitt", "Herrenhaarschnitt"],
  ["für meinen kleinen einmal haare ab", "Kinderhaarschnitt"],
  ["ne brautfrisur mit probetermin", "Hochsteckfrisur"],
  ["das komplettpaket waschen färben föhnen", "Verwöhnpaket"],
  ["das verwöhn paket", "Verwöhnpaket"],
  ["herrenschnitt ohne bart", "Herrenhaarschnitt"],
  ["locken machen lassen", "Dauerwelle"],
  ["keine dauerwelle sondern nur glätten", "?"],
  ["meine tochter sechs jahre braucht einen schnitt", "Kinderhaarschnitt"],
  ["das gleiche wie letztes mal", "?"],
];

/** A beauty parlour. */
export const parlour: Offered[] = [
  { name: "Maniküre", synonyms: ["Fingernägel", "Nägel machen"] },
  { name: "Pediküre", synonyms: ["Fußpflege"] },
  { name: "Gesichtsbehandlung", synonyms: ["Facial"] },
  { name: "Wimpernverlängerung", synonyms: ["Wimpern"] },
  { name: "Augenbrauen zupfen", synonyms: ["Brauen"] },
  { name: "Waxing Beine", synonyms: ["Beine enthaaren"] },
  { name: "Rückenmassage" },
  { name: "Hot-Stone-Massage", synonyms: ["Hot Stone", "heiße Steine"] },
  { name: "Ganzkörpermassage" },
  { name: "Wohlfühltag", segments: ["Gesichtsbehandlung", "Maniküre", "Pediküre"] },
];

export const wishedInTheParlour: SaidService[] = [
  ["fußpflege bitte", "Pediküre"],
  ["fuss pflege und die fingernägel", "Pediküre + Maniküre"],
  ["die brauen zupfen", "Augenbrauen zupfen"],
  ["wimpern verlängern", "Wimpernverlängerung"],
  ["eine massage", "?"],
  ["massage mit den heißen steinen", "Hot-Stone-Massage"],
  ["eine massage aber nicht die mit den steinen nur den rücken", "Rückenmassage"],
  ["ganz körper massage", "Ganzkörpermassage"],
  ["gesicht und maniküre", "Gesichtsbehandlung + Maniküre"],
  ["gesichtsbehandlung maniküre und pediküre", "Wohlfühltag"],
  ["den wohlfühltag aber ohne pediküre", "?"],
  ["die beine müssen enthaart werden", "Waxing Beine"],
  ["ich weiß noch nicht rücken oder ganzkörper", "?"],
];

export const lawFirm: Offered[] = [
  { name: "Erstberatung", synonyms: ["Erstgespräch", "Beratung"] },
  { name: "Scheidung", synonyms: ["Familienrecht"] },
  { name: "Kündigungsschutz", synonyms: ["Arbeitsrecht", "Kündigung"] },
  { name: "Testament", synonyms: ["Erbrecht", "Nachlass"] },
  { name: "Mietrecht", synonyms: ["Vermieter", "Nebenkosten"] },
  { name: "Verkehrsrecht", synonyms: ["Bußgeld", "Unfall", "Blitzer"] },
];

export const wishedInTheLawFirm: SaidService[] = [
  ["ich will mich scheiden lassen", "Scheidung"],
  ["mein chef hat mir gekündigt", "Kündigungsschutz"],
  ["ich wurde geblitzt", "Verkehrsrecht"],
  ["es geht um ein testament", "Testament"],
  ["ärger mit dem vermieter", "Mietrecht"],
  ["ich hatte einen unfall mit dem auto", "Verkehrsrecht"],
  ["eine erst beratung", "Erstberatung"],
  ["nicht arbeitsrecht sondern erbrecht", "Testament"],
  ["wegen der nebenkostenabrechnung", "Mietrecht"],
  ["ich brauche einen anwalt", "?"],
  ["mietrecht und dann noch was zum testament", "Mietrecht + Testament"],
  ["keine scheidung nur eine beratung erst mal", "Erstberatung"],
];

export const wishedInTheGarage: SaidService[] = [
  ["reifen runter winterreifen drauf", "Reifenwechsel"],
  ["ölwechsel und wenn er eh da steht gleich noch tüv", "Ölwechsel + Hauptuntersuchung"],
  ["hauptuntersuchung und abgasuntersuchung", "Hauptuntersuchung"],
  ["hu und au bitte", "Hauptuntersuchung"],
  ["kein ölwechsel nur inspektion", "Inspektion"],
  ["die große inspektion", "Inspektion"],
  ["öl muss neu und bremsbeläge auch", "Ölwechsel + Bremsen erneuern"],
  ["reifen einlagern", "?"],
  ["die bremsen quietschen", "?"],
];

export const wishedInTheEnglishSalon: SaidService[] = [
  ["just a trim for my beard", "Beard trim"],
  ["my husband needs a haircut", "Men's haircut"],
  ["colour and cut for women", "Hair colouring + Women's haircut"],
  ["no colour just highlights", "Highlights"],
  ["a gent's cut and shave", "Men's haircut + Beard trim"],
  ["dye my roots", "Hair colouring"],
  ["my back is killing me can i get a massage", "Back massage"],
  ["not the massage, the blowout", "Blow-dry"],
  ["something for my nails", "?"],
  ["ladies cut, no blow dry", "Women's haircut"],
];
