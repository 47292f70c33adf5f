import { companyIdOf, idOf, type SeedBusiness } from "../business";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";

export type StageKey = "lead" | "prospect" | "customer" | "regular" | "vip" | "at_risk" | "churned";

const STAGES: { key: StageKey; name: string; colour: string; icon: string; rule: object; isTerminal?: boolean }[] = [
  { key: "lead", name: "Interessent", colour: "#6b7280", icon: "user-plus", rule: { appointments: 0 } },
  {
    key: "prospect",
    name: "Geplant",
    colour: "#0ea5e9",
    icon: "calendar-plus",
    rule: { appointments: 1, completed: 0 },
  },
  { key: "customer", name: "Kunde", colour: "#16a34a", icon: "user-check", rule: { completed: 1 } },
  { key: "regular", name: "Stammkunde", colour: "#d97706", icon: "repeat", rule: { completed: 3 } },
  { key: "vip", name: "VIP", colour: "#7c3aed", icon: "star", rule: { revenueTopPercent: 5, withinMonths: 24 } },
  { key: "at_risk", name: "Gefährdet", colour: "#ea580c", icon: "clock-alert", rule: { daysWithoutActivity: 90 } },
  {
    key: "churned",
    name: "Verloren",
    colour: "#64748b",
    icon: "user-x",
    rule: { daysWithoutActivity: 180 },
    isTerminal: true,
  },
];

export const stageIdOf = (business: SeedBusiness, key: StageKey): string => idOf(business, "stage", key);

/** The stages that every company begins with. */
export async function writeJourneyStages({ tx, business }: Seeding): Promise<void> {
  await insertRows(
    tx.journeyStage,
    STAGES.map((stage, position) => ({
      id: stageIdOf(business, stage.key),
      companyId: companyIdOf(business),
      position,
      ...stage,
    })),
  );
}
