import type { TemplateIndustry } from "../schema/template";

type Words = Record<"de" | "en", string>;

interface TemplateSegment {
  name: Words;
  durationMinutes: number;
  isStaffFree?: boolean;
}

/** A service as most businesses of its industry have it: something to start from, to be changed afterwards. */
export interface ServiceTemplate {
  key: string;
  name: Words;
  category: Words;
  durationMinutes: number;
  priceCents: number;
  bufferAfterMinutes?: number;
  capacity?: number;
  location?: "phone" | "video" | "at_customer";
  synonyms: Record<"de" | "en", string[]>;
  segments?: TemplateSegment[];
}

const hair = { de: "Haare", en: "Hair" };
const colour = { de: "Farbe", en: "Colour" };
const treatment = { de: "Behandlung", en: "Treatment" };
const checkUp = { de: "Untersuchung", en: "Check-up" };
const training = { de: "Training", en: "Training" };
const classes = { de: "Kurse", en: "Classes" };
const workshop = { de: "Werkstatt", en: "Workshop" };
const advice = { de: "Beratung", en: "Advice" };

export const SERVICE_TEMPLATES: Record<TemplateIndustry, readonly ServiceTemplate[]> = {
  salon: [
    {
      ...{ key: "womens_cut", category: hair, durationMinutes: 45, priceCents: 4900, bufferAfterMinutes: 5 },
      name: { de: "Damenhaarschnitt", en: "Women's haircut" },
      synonyms: { de: ["Haare schneiden", "Schnitt"], en: ["haircut"] },
    },
    {
      ...{ key: "mens_cut", category: hair, durationMinutes: 30, priceCents: 2900 },
      name: { de: "Herrenhaarschnitt", en: "Men's haircut" },
      synonyms: { de: ["Männerschnitt", "Maschinenschnitt"], en: ["men's cut"] },
    },
    {
      ...{ key: "wash_cut_dry", category: hair, durationMinutes: 70, priceCents: 6900 },
      name: { de: "Waschen, Schneiden, Föhnen", en: "Wash, cut and blow-dry" },
      synonyms: { de: ["Waschen Schneiden Föhnen", "Komplett"], en: ["the works"] },
      segments: [
        { name: { de: "Waschen", en: "Wash" }, durationMinutes: 10 },
        { name: { de: "Schneiden", en: "Cut" }, durationMinutes: 40 },
        { name: { de: "Föhnen", en: "Blow-dry" }, durationMinutes: 20 },
      ],
    },
    {
      ...{ key: "colour", category: colour, durationMinutes: 95, priceCents: 8900, bufferAfterMinutes: 5 },
      name: { de: "Färben", en: "Colouring" },
      synonyms: { de: ["Haare färben", "Tönen"], en: ["dye"] },
      segments: [
        { name: { de: "Farbe auftragen", en: "Apply colour" }, durationMinutes: 35 },
        { name: { de: "Einwirken", en: "Colour takes effect" }, durationMinutes: 35, isStaffFree: true },
        { name: { de: "Auswaschen und föhnen", en: "Rinse and dry" }, durationMinutes: 25 },
      ],
    },
  ],
  practice: [
    {
      ...{ key: "first_visit", category: checkUp, durationMinutes: 45, priceCents: 0 },
      name: { de: "Ersttermin", en: "First visit" },
      synonyms: { de: ["Neupatient", "Erstgespräch"], en: ["new patient"] },
    },
    {
      ...{ key: "check_up", category: checkUp, durationMinutes: 20, priceCents: 0 },
      name: { de: "Kontrolltermin", en: "Check-up" },
      synonyms: { de: ["Kontrolle", "Nachsorge"], en: ["follow-up"] },
    },
    {
      ...{ key: "physiotherapy", category: treatment, durationMinutes: 30, priceCents: 3800, bufferAfterMinutes: 5 },
      name: { de: "Krankengymnastik", en: "Physiotherapy" },
      synonyms: { de: ["KG", "Physio"], en: ["physio"] },
    },
    {
      ...{ key: "video_consultation", category: advice, durationMinutes: 15, priceCents: 0, location: "video" },
      name: { de: "Videosprechstunde", en: "Video consultation" },
      synonyms: { de: ["Onlinesprechstunde"], en: ["video call"] },
    },
  ],
  studio: [
    {
      ...{ key: "trial", category: training, durationMinutes: 60, priceCents: 0 },
      name: { de: "Probetraining", en: "Trial session" },
      synonyms: { de: ["Schnuppertraining", "Schnupperstunde"], en: ["taster"] },
    },
    {
      ...{
        key: "personal_training",
        category: training,
        durationMinutes: 60,
        priceCents: 7500,
        bufferAfterMinutes: 10,
      },
      name: { de: "Personal Training", en: "Personal training" },
      synonyms: { de: ["Einzeltraining", "PT"], en: ["one to one"] },
    },
    {
      ...{ key: "yoga", category: classes, durationMinutes: 75, priceCents: 1500, capacity: 12 },
      name: { de: "Yogakurs", en: "Yoga class" },
      synonyms: { de: ["Yoga"], en: ["yoga"] },
    },
    {
      ...{ key: "spinning", category: classes, durationMinutes: 45, priceCents: 1200, capacity: 20 },
      name: { de: "Spinning", en: "Spinning" },
      synonyms: { de: ["Indoor Cycling"], en: ["indoor cycling"] },
    },
  ],
  garage: [
    {
      ...{ key: "inspection", category: workshop, durationMinutes: 120, priceCents: 24900 },
      name: { de: "Inspektion", en: "Inspection" },
      synonyms: { de: ["Service", "Durchsicht"], en: ["service"] },
    },
    {
      ...{ key: "tyres", category: workshop, durationMinutes: 30, priceCents: 4900 },
      name: { de: "Reifenwechsel", en: "Tyre change" },
      synonyms: { de: ["Räder wechseln", "Winterreifen", "Sommerreifen"], en: ["winter tyres"] },
    },
    {
      ...{ key: "oil", category: workshop, durationMinutes: 45, priceCents: 9900 },
      name: { de: "Ölwechsel", en: "Oil change" },
      synonyms: { de: ["Öl wechseln"], en: ["oil"] },
    },
    {
      ...{ key: "roadworthiness", category: workshop, durationMinutes: 60, priceCents: 15500 },
      name: { de: "Hauptuntersuchung", en: "Roadworthiness test" },
      synonyms: { de: ["TÜV", "HU"], en: ["MOT"] },
    },
  ],
  law_firm: [
    {
      ...{ key: "first_advice", category: advice, durationMinutes: 60, priceCents: 22610 },
      name: { de: "Erstberatung", en: "First consultation" },
      synonyms: { de: ["Erstgespräch", "Beratung"], en: ["initial advice"] },
    },
    {
      ...{ key: "phone_advice", category: advice, durationMinutes: 30, priceCents: 11900, location: "phone" },
      name: { de: "Telefonberatung", en: "Advice by phone" },
      synonyms: { de: ["telefonisches Gespräch"], en: ["phone consultation"] },
    },
    {
      ...{ key: "client_meeting", category: advice, durationMinutes: 45, priceCents: 0, bufferAfterMinutes: 15 },
      name: { de: "Mandantengespräch", en: "Client meeting" },
      synonyms: { de: ["Besprechung"], en: ["meeting"] },
    },
  ],
};
