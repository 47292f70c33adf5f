import type { SeedBusiness, SeedService, SeedShift } from "../business";
import { physioKnowledge } from "./knowledge";

const hours = { start: "08:00", end: "18:00" };
const noon = { breakStart: "12:00", breakEnd: "13:00" };

/** Healing is free of value-added tax (§ 4 Nr. 14 UStG). */
const treatment: Pick<SeedService, "taxRateBps" | "bufferAfter" | "audience"> = {
  taxRateBps: 0,
  bufferAfter: 5,
  audience: "all",
};

function shifts(weekdays: readonly number[], shift: Pick<SeedShift, "start" | "end" | "breakStart" | "breakEnd">) {
  return weekdays.map((weekday) => ({ weekday, branch: "am-see", ...shift }));
}

const everything = { Krankengymnastik: {}, "Krankengymnastik kurz": {}, "Manuelle Therapie": {}, Erstbefund: {} };

export const physioAmSee: SeedBusiness = {
  key: "physio",
  tenantName: "Physiotherapie am See",
  name: "Physiotherapie am See",
  slug: "physio-amsee",
  industry: "physiotherapy",
  website: "https://physio-amsee.example",
  email: "praxis@physio-amsee.example",
  phone: "+498999998200",
  vatId: "DE987654321",
  branches: [
    {
      name: "Am See",
      slug: "am-see",
      street: "Seestraße 21",
      postalCode: "80802",
      city: "München",
      phone: "+498999998200",
      fallbackPhone: "+498999998290",
      latitude: 48.1592,
      longitude: 11.5984,
      transportInfo: "U3 und U6, Haltestelle Münchner Freiheit, acht Minuten zu Fuß. Zwei Stellplätze im Hof.",
      accessNotes: "Aufzug im Haus, Praxis im ersten Stock.",
    },
  ],
  opening: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours },
  services: [
    service("Krankengymnastik", { minutes: 30, cents: 3200, weight: 10, synonyms: ["KG", "Gymnastik", "Physio"] }),
    service("Krankengymnastik kurz", {
      minutes: 20,
      cents: 2400,
      weight: 8,
      synonyms: ["KG zwanzig Minuten", "kurze KG"],
    }),
    service("Manuelle Therapie", { minutes: 30, cents: 3600, weight: 8, synonyms: ["MT", "manuelle Behandlung"] }),
    service("Klassische Massage", { minutes: 30, cents: 2900, weight: 6, synonyms: ["Massage", "Rückenmassage"] }),
    service("Lymphdrainage", { minutes: 45, cents: 3900, weight: 4, synonyms: ["Lymphe", "MLD"] }),
    service("Erstbefund", {
      minutes: 45,
      cents: 4500,
      weight: 2,
      synonyms: ["erster Termin", "Aufnahme", "neues Rezept"],
    }),
  ],
  staff: [
    {
      name: "Miriam Seidel",
      userEmail: "owner@physio-amsee.demo",
      homeBranch: "am-see",
      colour: "#0369a1",
      languages: ["de", "en"],
      skills: ["Manuelle Therapie", "Sportphysio"],
      bio: "Leitet die Praxis, promoviert über Rückenschmerz.",
      shifts: shifts([1, 2, 3, 4], { ...hours, ...noon }),
      absences: [],
      offers: { ...everything, "Manuelle Therapie": { proficiency: 5 } },
    },
    {
      name: "Goran Petrović",
      homeBranch: "am-see",
      colour: "#15803d",
      languages: ["de", "sr", "en"],
      skills: ["Massage", "Lymphdrainage"],
      bio: "Masseur und medizinischer Bademeister, seit elf Jahren im Haus.",
      shifts: shifts([1, 2, 3, 4, 5], { ...hours, ...noon }),
      absences: [],
      offers: { "Klassische Massage": { proficiency: 5 }, Lymphdrainage: { proficiency: 5 } },
    },
    {
      name: "Theresa Huber",
      homeBranch: "am-see",
      colour: "#c2410c",
      languages: ["de"],
      skills: ["Kinder", "Rücken"],
      bio: "Arbeitet halbtags, besonders gern mit Kindern.",
      shifts: shifts([1, 3, 5], { start: "08:00", end: "13:00" }),
      absences: [{ kind: "training", fromDay: 9, untilDay: 10, reason: "Fortbildung Bobath" }],
      offers: { ...everything, "Klassische Massage": {} },
    },
  ],
  resources: [
    ...["Behandlungsraum 1", "Behandlungsraum 2", "Behandlungsraum 3"].map((name) => ({
      ...{ name, type: "room" as const, branch: "am-see", group: "Behandlungsräume" },
      neededFor: [...Object.keys(everything), "Klassische Massage", "Lymphdrainage"],
    })),
    { name: "Gymnastikraum", type: "room", branch: "am-see", neededFor: [] },
    { name: "Lymphdrainage-Gerät", type: "equipment", branch: "am-see", neededFor: ["Lymphdrainage"] },
    { name: "Stoßwellen-Gerät", type: "equipment", branch: "am-see", neededFor: [] },
  ],
  classes: [
    {
      name: "Rückenschule",
      description: "Kräftigen und entspannen in der Gruppe, als Präventionskurs anerkannt.",
      category: "Kurse",
      ...{ minutes: 60, cents: 1500, taxRateBps: 1900, colour: "#7c3aed", capacity: 8 },
      synonyms: ["Rückenkurs", "Rückengymnastik", "Kurs für den Rücken"],
      ...{ branch: "am-see", teacher: "Miriam Seidel", room: "Gymnastikraum", weekday: 3, start: "17:00" },
    },
  ],
  policies: [
    {
      scope: "company",
      type: "cancellation",
      config: { minHoursNotice: 24, feeCents: 2500, violationAction: "charge_fee" },
    },
    { scope: "service", name: "Rückenschule", type: "cancellation", config: { minHoursNotice: 4, feeCents: 500 } },
    { scope: "staff", name: "Theresa Huber", type: "booking", config: { minNoticeMinutes: 1440, maxHorizonDays: 42 } },
  ],
  agent: { retellAgentId: "agent_demo_amsee", name: "Nora", voiceId: "11labs-Carola" },
  knowledge: physioKnowledge,
  weekdayWeights: [0, 1.1, 1, 1, 1.4, 0.8, 0],
  returnDays: 3,
  volumes: { customers: 40, past: 120, coming: 20, calls: 30, openCallbacks: 2 },
};

function service(name: string, own: Pick<SeedService, "minutes" | "cents" | "weight" | "synonyms">): SeedService {
  const description = `${name}, ${own.minutes} Minuten, auf Rezept oder als Selbstzahler.`;
  return { name, category: "Behandlung", description, colour: "#0369a1", ...treatment, ...own };
}
