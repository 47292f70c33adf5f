import type { SeedShift, SeedStaff } from "../business";

const [TUE, WED, THU, FRI, SAT] = [2, 3, 4, 5, 6] as const;
const CENTRE = "innenstadt";
const PARK = "am-stadtpark";

function shifts(weekdays: readonly number[], shift: Omit<SeedShift, "weekday">): SeedShift[] {
  return weekdays.map((weekday) => ({ weekday, ...shift }));
}

const [long, short] = [
  { start: "09:00", end: "19:00" },
  { start: "09:00", end: "16:00" },
];
const noon = { breakStart: "12:30", breakEnd: "13:15" };
const lateNoon = { breakStart: "14:00", breakEnd: "14:45" };

export const salonStaff: SeedStaff[] = [
  {
    name: "Katharina Lindner",
    userEmail: "owner@salon-lindner.demo",
    homeBranch: CENTRE,
    colour: "#0f766e",
    languages: ["de", "en"],
    skills: ["Meisterin", "Farbe", "Hochzeit"],
    bio: "Friseurmeisterin seit 1998, führt den Salon in zweiter Generation.",
    shifts: [
      ...shifts([TUE, WED, THU], { branch: CENTRE, start: "09:00", end: "17:00", ...noon }),
      ...shifts([FRI], { branch: CENTRE, ...long, ...noon }),
    ],
    absences: [{ kind: "training", fromDay: 16, untilDay: 17, reason: "Innungsversammlung" }],
    offers: {
      Damenhaarschnitt: { cents: 5900, proficiency: 5 },
      "Waschen + Schneiden + Föhnen": { cents: 7500, proficiency: 5 },
      Färben: { proficiency: 5 },
      Strähnen: { proficiency: 5 },
      Balayage: { cents: 19_900, proficiency: 5 },
      Hochsteckfrisur: { proficiency: 5 },
      Beratung: { proficiency: 5 },
    },
  },
  {
    name: "Emre Yıldız",
    homeBranch: CENTRE,
    colour: "#1d4ed8",
    languages: ["de", "tr", "en"],
    skills: ["Barber", "Fade"],
    bio: "Barber aus Leidenschaft, am liebsten Konturen und Bärte.",
    shifts: [
      ...shifts([TUE, WED, THU, FRI], { branch: CENTRE, ...long, ...lateNoon }),
      ...shifts([SAT], { branch: CENTRE, ...short }),
    ],
    absences: [{ kind: "sick", fromDay: -26, untilDay: -23, reason: "Grippe" }],
    offers: {
      Herrenhaarschnitt: { minutes: 25, proficiency: 5 },
      Kinderhaarschnitt: { minutes: 20 },
      Bartpflege: { proficiency: 5 },
      Beratung: {},
    },
  },
  {
    name: "Katarzyna Nowak",
    homeBranch: CENTRE,
    colour: "#a21caf",
    languages: ["de", "pl"],
    skills: ["Farbe", "Balayage"],
    bio: "Coloristin, ruhige Hand für Strähnen und Verläufe.",
    shifts: [
      ...shifts([TUE, THU, FRI], { branch: CENTRE, start: "10:00", end: "19:00", ...lateNoon }),
      ...shifts([SAT], { branch: CENTRE, ...short }),
    ],
    absences: [],
    offers: {
      Damenhaarschnitt: { proficiency: 4 },
      "Waschen + Schneiden + Föhnen": { proficiency: 4 },
      "Waschen & Föhnen": { proficiency: 4 },
      Färben: { proficiency: 5 },
      Strähnen: { proficiency: 5 },
      Balayage: { minutes: 165, proficiency: 5 },
      Augenbrauen: { proficiency: 4 },
      Beratung: {},
    },
  },
  {
    name: "Jonas Brandl",
    userEmail: "staff@salon-lindner.demo",
    homeBranch: PARK,
    colour: "#b45309",
    languages: ["de", "en"],
    skills: ["Junggeselle", "Herren"],
    bio: "Seit zwei Jahren ausgelernt, nimmt sich Zeit.",
    shifts: [
      ...shifts([TUE, WED, THU, FRI], { branch: PARK, ...long, ...noon }),
      ...shifts([SAT], { branch: PARK, ...short }),
    ],
    absences: [{ kind: "training", fromDay: 12, untilDay: 13, reason: "Seminar Schnitttechnik" }],
    offers: {
      Herrenhaarschnitt: { proficiency: 4 },
      Damenhaarschnitt: { minutes: 55, cents: 4200, proficiency: 3 },
      Kinderhaarschnitt: { proficiency: 4 },
      Bartpflege: { proficiency: 3 },
      "Waschen & Föhnen": {},
      Beratung: {},
    },
  },
  {
    name: "Helga Brandstetter",
    homeBranch: PARK,
    colour: "#be123c",
    languages: ["de"],
    skills: ["Dauerwelle", "Waschen & Legen"],
    bio: "Seit 1983 im Beruf, vormittags da; ihre Stammkundinnen schwören auf sie.",
    shifts: shifts([TUE, THU, FRI], { branch: PARK, start: "09:00", end: "13:30" }),
    absences: [{ kind: "vacation", fromDay: -75, untilDay: -61, reason: "Kur" }],
    offers: {
      Damenhaarschnitt: { proficiency: 5 },
      "Waschen + Schneiden + Föhnen": { proficiency: 5 },
      "Waschen & Föhnen": { minutes: 40, proficiency: 5 },
      Färben: { proficiency: 4 },
      Augenbrauen: {},
    },
  },
  {
    name: "Aylin Demir",
    homeBranch: CENTRE,
    colour: "#4d7c0f",
    languages: ["de", "tr", "en"],
    skills: ["Hochzeit", "Styling"],
    bio: "Zwischen beiden Häusern unterwegs, Spezialistin für Hochsteckfrisuren.",
    shifts: [
      ...shifts([WED, FRI], { branch: CENTRE, start: "11:00", end: "19:00", breakStart: "15:00", breakEnd: "15:30" }),
      ...shifts([THU], { branch: PARK, start: "11:00", end: "19:00", breakStart: "15:00", breakEnd: "15:30" }),
      ...shifts([SAT], { branch: PARK, ...short }),
    ],
    absences: [{ kind: "vacation", fromDay: -4, untilDay: 9, reason: "Urlaub in Izmir" }],
    offers: {
      Damenhaarschnitt: {},
      "Waschen + Schneiden + Föhnen": {},
      "Waschen & Föhnen": { proficiency: 4 },
      Färben: {},
      Hochsteckfrisur: { minutes: 70, proficiency: 5 },
      Augenbrauen: { proficiency: 5 },
      Kinderhaarschnitt: {},
      Herrenhaarschnitt: {},
    },
  },
];
