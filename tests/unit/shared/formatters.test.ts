import { expect, it } from "vitest";
import {
  formatDateTime,
  formatDay,
  formatDuration,
  formatMinutes,
  formatMoney,
  formatPercent,
  formatRelative,
  formatTime,
  formatTimeRange,
} from "@/components/shared/formatters";

const berlin = { locale: "de", zone: "Europe/Berlin" };
const plain = (text: string) => text.replaceAll("\u00a0", " ");

it("shows a time as the branch's clock shows it, on both sides of the clock change", () => {
  expect(formatTime("2026-10-24T12:30:00Z", berlin)).toBe("14:30");
  expect(formatTime("2026-10-25T13:30:00Z", berlin)).toBe("14:30");
  expect(formatTime("2026-10-25T13:30:00Z", { ...berlin, zone: "Europe/Lisbon" })).toBe("13:30");
});

it("puts a late instant on the branch's day, not on that of UTC", () => {
  expect(formatDay("2026-11-20T23:30:00Z", berlin)).toBe("Sa., 21. Nov.");
  expect(formatDateTime("2026-11-21T13:30:00Z", berlin)).toBe("Sa., 21. Nov., 14:30");
});

it("writes a time of day with an ordinary space in English, so that server and browser agree", () => {
  expect(formatTime("2026-11-21T13:30:00Z", { locale: "en", zone: "Europe/Berlin" })).toBe("2:30\u00a0PM");
  const morning = "2026-11-21T08:05:00Z";
  expect(formatTime(morning, { locale: "en", zone: "Europe/Berlin" })).toBe("9:05\u00a0AM");
  expect(formatTime(morning, berlin)).toBe("09:05");
});

it("joins two times", () => {
  expect(formatTimeRange({ from: "2026-11-21T13:30:00Z", to: "2026-11-21T14:15:00Z" }, berlin)).toBe("14:30–15:15");
  const english = { locale: "en", zone: "Europe/Berlin" };
  const until = (to: string) => formatTimeRange({ from: "2026-11-21T10:30:00Z", to }, english);
  expect(until("2026-11-21T10:45:00Z")).toBe("11:30–11:45\u00a0AM");
  expect(until("2026-11-21T11:15:00Z")).toBe("11:30\u00a0AM–12:15\u00a0PM");
});

it.each([
  ["2026-11-21T11:59:40Z", "jetzt"],
  ["2026-11-21T11:55:00Z", "vor 5 Minuten"],
  ["2026-11-21T14:59:00Z", "in 2 Stunden"],
  ["2026-11-20T12:00:00Z", "gestern"],
  ["2026-11-01T12:00:00Z", "vor 2 Wochen"],
])("says %s as %s", (at, words) => {
  expect(formatRelative(at, { now: "2026-11-21T12:00:00Z", locale: "de" })).toBe(words);
});

it("shows a call's length as a clock does", () => {
  expect([0, 7, 187, 3720].map(formatDuration)).toEqual(["0:00", "0:07", "3:07", "1:02:00"]);
});

it("says a service's length in words", () => {
  expect([45, 60, 90].map((minutes) => plain(formatMinutes(minutes, "de")))).toEqual([
    "45 Min.",
    "1 Std.",
    "1 Std. 30 Min.",
  ]);
});

it("writes money and shares by language", () => {
  expect(plain(formatMoney(4900, { currency: "EUR", locale: "de" }))).toBe("49,00 €");
  expect(formatMoney(4900, { currency: "EUR", locale: "en" })).toBe("€49.00");
  expect(plain(formatMoney(128450, { currency: "EUR", locale: "de", isWhole: true }))).toBe("1.285 €");
  expect(plain(formatPercent(0.425, "de"))).toBe("42,5 %");
});
