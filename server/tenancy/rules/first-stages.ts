interface FirstStage {
  names: { de: string; en: string };
  colour: string;
  icon: string;
  /** What brings a customer there. */
  rule: Record<string, number>;
  isTerminal?: boolean;
}

/** Where customers can stand in every company that has just begun, in order. */
export const FIRST_STAGES = {
  lead: {
    ...{ names: { de: "Interessent", en: "Lead" }, colour: "#6b7280", icon: "user-plus" },
    rule: { appointments: 0 },
  },
  prospect: {
    ...{ names: { de: "Geplant", en: "Planned" }, colour: "#0ea5e9", icon: "calendar-plus" },
    rule: { appointments: 1, completed: 0 },
  },
  customer: {
    ...{ names: { de: "Kunde", en: "Customer" }, colour: "#16a34a", icon: "user-check" },
    rule: { completed: 1 },
  },
  regular: {
    ...{ names: { de: "Stammkunde", en: "Regular" }, colour: "#d97706", icon: "repeat" },
    rule: { completed: 3 },
  },
  vip: {
    ...{ names: { de: "VIP", en: "VIP" }, colour: "#7c3aed", icon: "star" },
    rule: { revenueTopPercent: 5, withinMonths: 24 },
  },
  at_risk: {
    ...{ names: { de: "Gefährdet", en: "At risk" }, colour: "#ea580c", icon: "clock-alert" },
    rule: { daysWithoutActivity: 90 },
  },
  churned: {
    ...{ names: { de: "Verloren", en: "Lost" }, colour: "#64748b", icon: "user-x" },
    ...{ rule: { daysWithoutActivity: 180 }, isTerminal: true },
  },
} as const satisfies Record<string, FirstStage>;

export type StageKey = keyof typeof FIRST_STAGES;

/** As rows: each stage with its place and its name in the company's language. */
export function firstStages(locale: string) {
  return Object.entries(FIRST_STAGES).map(([key, stage], position) => {
    const { names, ...rest }: FirstStage = stage;
    return { key: key as StageKey, name: locale === "en" ? names.en : names.de, position, ...rest };
  });
}
