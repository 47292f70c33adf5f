import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { refusalWords } from "@/components/appointments/bulk/refusal-words";
import messages from "@/public/locales/de/appointments.json";
import feeMessages from "@/public/locales/de/fees.json";
import { FINE } from "@/server/policies/rules/verdict";

const translator = (file: object) => createTranslator({ locale: "de", messages: file as never }) as never;
const seen = { status: "confirmed", startsAt: new Date("2026-03-04T09:00:00Z"), staff: { name: "Mia" }, notes: null };
const when = (at: Date | string | number) => new Date(at).toISOString().slice(11, 16);
const words = {
  appointment: seen as never,
  ...{ text: translator(messages), fees: translator(feeMessages), when },
  money: (cents: number) => `${cents / 100} €`,
};
const said = (details: Record<string, unknown> | null) =>
  refusalWords({ code: "ANY", reason: "any", message: "Nein.", details }, words);

describe("why one of many was refused", () => {
  it("is nothing more than its sentence where there are no details", () => {
    expect(said(null)).toEqual([]);
    expect(said({ from: "cancelled", to: "confirmed" })).toEqual([]);
  });

  it("says what somebody changed meanwhile", () => {
    const current = { ...seen, staff: { name: "Tom" }, startsAt: new Date("2026-03-04T10:30:00Z") };
    expect(said({ version: 2, current })).toEqual(["Zeit: 09:00 → 10:30", "Mit: Mia → Tom"]);
  });

  it("says which rule, and that a yes would do", () => {
    const policy = { ...FINE, isAllowed: false, isViolation: true, reason: "short_notice", minHoursNotice: 24 };
    expect(said({ policy })).toEqual(["Weniger als 24 Stunden vorher."]);
    expect(said({ policy: { ...policy, needsConfirmation: true } })).toContain(
      "Mit dem Häkchen bei „Auch gegen Regeln, die nur warnen“ ginge es.",
    );
  });

  it("says what is free nearby, and when it is possible again", () => {
    const alternatives = [
      { starts_at: "2026-03-04T11:00:00Z", staff_name: "Tom" },
      { starts_at: "2026-03-04T11:15:00Z", staff_name: "Mia" },
    ];
    expect(said({ alternatives })).toEqual(["In der Nähe ist noch frei: 11:00 (Tom); 11:15 (Mia)"]);
    expect(said({ alternatives: [] })).toEqual([]);
    expect(said({ retryAfterSeconds: 3601 })).toEqual(["In 61 Minuten geht es wieder."]);
  });
});
