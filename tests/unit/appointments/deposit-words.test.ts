import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { withDiscountReason } from "@/components/appointments/book/with-discount-reason";
import { withOverrideReason } from "@/components/appointments/book/with-override-reason";
import { depositForm } from "@/components/appointments/details/deposit-form";
import { depositLines } from "@/components/appointments/details/deposit-lines";
import { depositSteps, usualCents } from "@/components/appointments/details/deposit-steps";
import messages from "@/public/locales/de/appointments.json";
import type { DepositView } from "@/server/appointments/deposits/schema";
import { bookAppointmentInput, editAppointmentInput } from "@/server/appointments/schema";

const text = createTranslator({ locale: "de", messages }) as never;
const money = (cents: number) => `${cents / 100} €`;
const words = { text, money, day: (at: Date) => `${at.getUTCDate()}.${at.getUTCMonth() + 1}.` };
const asked: DepositView = {
  ...{ dueCents: 2000, paidCents: 0, openCents: 2000, paidAt: null, keptCents: 0 },
  ...{ refundableCents: 0, withheldCents: 0, returnedAt: null, returnedCents: null },
};
const paid = { ...asked, paidCents: 2000, openCents: 0, paidAt: new Date("2026-03-04") };
const everything = ["take_payments", "refund_payments", "override_appointments"];
const stepsOf = (deposit: DepositView, permissions = everything) => depositSteps(deposit, { permissions });

describe("a deposit in words", () => {
  it("says what is missing", () => {
    expect(depositLines(asked, words)).toEqual(["20 € sind vorab erbeten und noch nicht eingegangen."]);
    const partly = { ...asked, paidCents: 500, openCents: 1500 };
    expect(depositLines(partly, words)).toEqual(["5 € von 20 € sind eingegangen, 15 € fehlen noch."]);
  });

  it("says what became of it", () => {
    const settled = { ...paid, keptCents: 1500, returnedCents: 500, returnedAt: new Date("2026-03-09") };
    expect(depositLines(settled, words)).toEqual([
      "20 € eingegangen, vollständig seit 4.3.",
      "15 € davon deckt eine Gebühr.",
      "5 € zurückgegeben, zuletzt am 9.3.",
    ]);
    expect(depositLines({ ...paid, withheldCents: 2000 }, words)).toContain("20 € bleiben nach Ihrer Regel im Haus.");
  });
});

describe("a deposit that went back, of what takes place after all,", () => {
  const again = { ...paid, returnedCents: 2000, returnedAt: new Date("2026-03-09"), openCents: 2000 };

  it("is due again, in words and by its step", () => {
    expect(depositLines(again, words)).toEqual([
      "20 € eingegangen, vollständig seit 4.3.",
      "20 € zurückgegeben, zuletzt am 9.3.",
      "20 € von 20 € fehlen wieder.",
    ]);
    expect(stepsOf(again)).toEqual(["receive"]);
    expect(usualCents(again, "receive")).toBe(2000);
    expect(depositLines({ ...again, openCents: 0 }, words)).toHaveLength(2);
  });

  it("is told with what has come in of it anew", () => {
    const partly = { ...again, paidCents: 2500, paidAt: null, openCents: 1500 };
    expect(depositLines(partly, words)[0]).toBe("25 € eingegangen.");
  });
});

describe("what may be written down of a deposit", () => {
  it("is its receipt, of what still takes place, by whoever takes payments", () => {
    expect(stepsOf(asked)).toEqual(["receive"]);
    expect(stepsOf({ ...asked, openCents: 0 })).toEqual([]);
    expect(stepsOf(asked, ["view_appointments"])).toEqual([]);
    expect(usualCents({ ...asked, paidCents: 500, openCents: 1500 }, "receive")).toBe(1500);
  });

  it("is its return as far as the rule goes, and further only by who may decide against it", () => {
    const back = { ...paid, refundableCents: 2000 };
    expect(stepsOf(back)).toEqual(["return"]);
    expect(stepsOf(back, ["take_payments"])).toEqual([]);
    const kept = { ...paid, withheldCents: 2000 };
    expect(stepsOf(kept)).toEqual(["return_anyway"]);
    expect(stepsOf(kept, ["take_payments", "refund_payments"])).toEqual([]);
    expect(usualCents(kept, "return_anyway")).toBe(2000);
  });
});

it("is written down with an amount: an emptied field is not the whole sum", () => {
  const wish = { appointmentId: "0192d3f0-0000-7000-8000-000000000001" };
  for (const amountCents of [null, undefined, Number.NaN, 0])
    expect(depositForm("receive").safeParse({ ...wish, amountCents }).error?.issues).toMatchObject([
      { path: ["amountCents"] },
    ]);
  expect(depositForm("receive").safeParse({ ...wish, amountCents: 500 }).success).toBe(true);
  expect(depositForm("return_anyway").safeParse({ ...wish, amountCents: 500 }).error?.issues).toMatchObject([
    { path: ["reason"] },
  ]);
});

describe("a reason", () => {
  const id = "0192d3f0-0000-7000-8000-000000000001";
  const wish = { customerId: id, branchId: id, serviceId: id, startsAt: "2026-03-04T20:00:00+01:00" };
  it("is asked for whoever books outside the working hours", () => {
    const form = withOverrideReason(bookAppointmentInput);
    expect(form.safeParse({ ...wish, ignoresWorkingHours: true, overrideReason: " " }).error?.issues).toMatchObject([
      { path: ["overrideReason"] },
    ]);
    expect(form.safeParse({ ...wish, ignoresWorkingHours: true, overrideReason: "Hochzeit" }).success).toBe(true);
    expect(form.safeParse(wish).success).toBe(true);
  });

  it("is asked for whoever lets off a part of the price", () => {
    const form = withDiscountReason(editAppointmentInput);
    expect(form.safeParse({ appointmentId: id, discountCents: 500 }).error?.issues).toMatchObject([
      { path: ["discountReason"] },
    ]);
    expect(form.safeParse({ appointmentId: id, discountCents: 0 }).success).toBe(true);
  });
});
