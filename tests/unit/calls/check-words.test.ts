import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeMessage, wordFields } from "@/components/calls/function-words";
import { type CheckWording, wordAbout, wordCheck } from "@/components/calls/simulator/check-words";
import { callbackPriority } from "@/server/appointments/callbacks/schema";
import { appointmentStatus } from "@/server/appointments/schema";
import { functionName } from "@/server/calls/functions/schema";
import { callOutcome } from "@/server/calls/schema";
import { SCENARIOS } from "@/server/calls/simulator/rules/scenarios/all";

type Messages = { [key: string]: Messages | string };

const read = (language: string, file: string): Messages =>
  JSON.parse(readFileSync(`public/locales/${language}/${file}.json`, "utf8"));

function messageAt(messages: Messages, key: string): string | null {
  const found = key.split(".").reduce<Messages | string | undefined>((at, part) => {
    return typeof at === "object" ? at[part] : undefined;
  }, messages);
  return typeof found === "string" ? found : null;
}

const wordingIn = (language: string): CheckWording => ({
  words: (file, key) => messageAt(read(language, file), key),
  money: (cents) => `${cents / 100} €`,
  wallTime: (value) => value,
});

const STATUSES = ["ok", "needs_input", "unavailable", "conflict", "not_allowed", "error"];
const VALUES: [check: string, values: readonly string[]][] = [
  ["callback", callbackPriority.options],
  ["existing", appointmentStatus.options],
  ["outcome", callOutcome.options],
  ["answer", STATUSES],
  ["kept", ["nothing", "words", "audio"]],
];
/** The same in both: it is no code that was left as it is. */
const SAME_IN = { de: ["normal"], en: ["normal", "urgent"] };

describe.each(["de", "en"] as const)("a check in %s", (language) => {
  const wording = wordingIn(language);

  it.each(VALUES)("says each value of %s in words", (check, values) => {
    for (const value of values) {
      const said = wordCheck(check, value, wording);
      expect(said, value).toMatch(/\p{L}/u);
      if (!SAME_IN[language].includes(value)) expect(said, value).not.toBe(value);
    }
  });

  it("names functions and fields as the rest of the page does", () => {
    for (const name of functionName.options) expect(wordAbout("answer", name, wording)).not.toBe(name);
    for (const field of ["service", "at", "staff", "customer", "phone", "email", "notes"])
      expect(wordAbout("field", field, wording)).not.toBe(field);
  });

  it("has words for whatever a written conversation expects", () => {
    for (const { expects } of SCENARIOS) {
      const { callback, outcome, existing, statuses = {} } = expects;
      const known = [
        callback && callback !== "any" && wordCheck("callback", callback, wording),
        outcome && wordCheck("outcome", outcome, wording),
        existing && wordCheck("existing", existing.status, wording),
        ...Object.values(statuses).map((status) => wordCheck("answer", status, wording)),
      ];
      for (const said of known) if (said) expect(said).not.toMatch(/_/);
    }
  });
});

it("says several values of one check, and which function left the line silent", () => {
  const wording = wordingIn("de");
  expect(wordCheck("callback", "urgent, normal", wording)).toBe("dringend, normal");
  expect(wordCheck("callback", "–", wording)).toBe("–");
  expect(wordCheck("silence", "check-availability 503, book-appointment null", wording)).toBe(
    "Freie Zeiten gesucht (503), Termin gebucht (keine Antwort)",
  );
});

describe("codes in what a function answered", () => {
  const writing = (language: string) => ({
    dateTime: String,
    money: String,
    yesOrNo: String,
    code: (key: string, value: string) => messageAt(read(language, "calls"), codeMessage(key, value) ?? "") ?? null,
  });

  it("are words, and what somebody said stays as it is", () => {
    const answer = { reason: "asked_for_a_person", missing: ["customer_phone", "slot_id"], wish: "emergency" };
    expect(wordFields(answer, { writing: writing("de"), knows: () => true }).map(({ value }) => value)).toEqual([
      "Wollte einen Menschen",
      "Telefon · Vorschlag",
      "emergency",
    ]);
    expect(wordFields({ reason: "Da ist zu." }, { writing: writing("en"), knows: () => true })).toMatchObject([
      { value: "Da ist zu." },
    ]);
  });
});
