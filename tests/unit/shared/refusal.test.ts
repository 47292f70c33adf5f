import { expect, it } from "vitest";
import { fieldText } from "@/components/shared/field-text";
import { readRefusal, refusalText } from "@/components/shared/refusal";
import type { Text } from "@/components/shared/use-text";

const words: Record<string, string> = {
  "codes.INTERNAL": "unser Fehler",
  "codes.UNREACHABLE": "keine Verbindung",
  "fields.too_small": "zu kurz",
  "fields.invalid": "bitte prüfen",
  "reasons.unknown_zone": "Zeitzone unbekannt",
};
const text = Object.assign((key: string) => words[key] ?? key, {
  has: (key: string) => key in words,
}) as unknown as Text;

it("says what the server said", () => {
  const error = { data: { code: "POLICY_BLOCKED", reason: "short_notice", message: "Dafür ist es zu kurzfristig." } };
  expect(refusalText(text, error)).toBe("Dafür ist es zu kurzfristig.");
  expect(readRefusal(error)).toMatchObject({ code: "POLICY_BLOCKED", reason: "short_notice", fields: [] });
});

it("says that there is no connection when no server answered", () => {
  expect(refusalText(text, new TypeError("Failed to fetch"))).toBe("keine Verbindung");
});

it("takes the blame for an answer without words", () => {
  expect(refusalText(text, { data: { code: "SOMETHING_NEW" } })).toBe("unser Fehler");
});

it("keeps the fields' own faults", () => {
  const errors = [{ field: "email", message: "Diese Adresse gibt es schon." }];
  expect(readRefusal({ data: { code: "VALIDATION_ERROR", errors } }).fields).toEqual(errors);
});

it("names a field's fault by the server's sentence, its own reason, or its kind", () => {
  expect(fieldText(text, { type: "server", message: "Diese Adresse gibt es schon." })).toBe(
    "Diese Adresse gibt es schon.",
  );
  expect(fieldText(text, { type: "custom", message: "unknown_zone" })).toBe("Zeitzone unbekannt");
  expect(fieldText(text, { type: "too_small", message: "Too small: expected string" })).toBe("zu kurz");
  expect(fieldText(text, { type: "unheard_of" })).toBe("bitte prüfen");
});
