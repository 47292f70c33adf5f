import { DAY } from "@/server/core/time";
import { companyIdOf, idOf, type SeedBusiness } from "../business";
import { userIdWithRole } from "../identity";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";

const SHARE_WITH_NOTES = 0.15;

interface NoteText {
  type: "general" | "complaint" | "feedback" | "medical";
  content: string;
}

const NOTES: Record<SeedBusiness["key"], NoteText[]> = {
  salon: [
    { type: "general", content: "Mag das Waschbecken hinten links, dort ist es ruhiger." },
    { type: "general", content: "Trinkt Espresso ohne Zucker." },
    { type: "general", content: "Farbformel: 7/3 und 7/0 im Verhältnis 1:1, 6 %." },
    { type: "general", content: "Kommt immer etwas zu früh, bitte Zeitschriften bereitlegen." },
    { type: "medical", content: "Empfindliche Kopfhaut, nur ammoniakfreie Farbe." },
    { type: "medical", content: "Allergie gegen PPD, vor jeder Farbe testen." },
    { type: "feedback", content: "War mit dem Stufenschnitt sehr zufrieden, bitte wieder so." },
    { type: "feedback", content: "Wünscht sich einen Termin am Montag." },
    { type: "complaint", content: "Musste zwanzig Minuten warten, hat einen Gutschein über 10 € bekommen." },
    { type: "general", content: "Tochter heiratet im Mai, wegen Brautfrisur nachfragen." },
  ],
  physio: [
    { type: "medical", content: "Nach Knie-OP rechts, Belastung langsam steigern." },
    { type: "medical", content: "Rezept läuft Ende des Monats ab." },
    { type: "general", content: "Kommt mit Rollator, bitte Raum 1." },
    { type: "feedback", content: "Die Übungen für zu Hause helfen gut." },
  ],
};

/** What the team remembers about some of them. */
export async function writeCustomerNotes({ tx, business, clock, random, customers }: Seeding): Promise<void> {
  const remembered = customers.filter(({ weight }) => weight > 0 && random.chance(SHARE_WITH_NOTES));
  await insertRows(
    tx.customerNote,
    remembered.map(({ index }) => ({
      id: idOf(business, "note", index),
      companyId: companyIdOf(business),
      customerId: idOf(business, "customer", index),
      ...random.pick(NOTES[business.key]),
      isPinned: random.chance(0.2),
      visibility: "staff" as const,
      createdByUserId: userIdWithRole(business, "receptionist"),
      createdAt: new Date(clock.now.getTime() - random.between(1, 200) * DAY),
    })),
  );
}
