import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { COMMON_ACTIONS, describeEntry } from "@/components/audit/describe-entry";
import { describeValue, fieldName } from "@/components/audit/describe-value";
import type { Text } from "@/components/shared/use-text";
import de from "@/public/locales/de/audit.json";
import en from "@/public/locales/en/audit.json";
import { ACTOR_KINDS } from "@/server/audit/rules/actor-kinds";
import { PERMISSIONS } from "@/server/identity/rules/permissions";

const textIn = (locale: string, messages: object) =>
  createTranslator({ locale, messages: messages as never }) as unknown as Text;
const languages = [
  { locale: "de", text: textIn("de", de) },
  { locale: "en", text: textIn("en", en) },
];
const kim = { kind: "user", name: "Kim", reason: null };

const server = join(import.meta.dirname, "../../../server");
/** Every action that a command writes by name; those that are made of parts are made of permissions. */
const written = readdirSync(server, { recursive: true, encoding: "utf8" })
  .filter((path) => /commands\/[\w-]+\.ts$/.test(path))
  .flatMap((path) => {
    const source = readFileSync(join(server, path), "utf8");
    if (!/record(Platform)?Audit\(|changeAccount\(|changeUser\(|recordSessionActivity\(/.test(source)) return [];
    return [...source.matchAll(/action: "([a-z]+(?:_[a-z]+)+)"/g)].map(([, action]) => action ?? "");
  });

describe.each(languages)("in $locale", ({ text }) => {
  it.each([...new Set([...PERMISSIONS, ...written, ...COMMON_ACTIONS])])("tells %s in a sentence", (action) => {
    const told = describeEntry({ action, actor: kim }, text);
    expect(told).toMatch(/^Kim \S+/);
    expect(told).not.toContain("_");
    expect(told).not.toBe(text("unknownAction", { actor: "Kim", action: action.replaceAll("_", " ") }));
  });

  it.each(ACTOR_KINDS)("has a word for %s", (kind) => {
    expect(describeEntry({ action: "edit_customers", actor: { kind, name: null, reason: null } }, text)).toContain(
      text(`actorKinds.${kind}`),
    );
  });
});

it("finds the actions that commands write", () => {
  expect(written).toContain("reschedule_appointments");
  expect(new Set(written).size).toBeGreaterThan(40);
});

describe("a change", () => {
  const [german] = languages;
  const text = (german as { text: Text }).text;
  const place = { text, dateTime: (at: string) => `at ${at}`, money: (cents: number) => `${cents / 100} €` };

  it("says who and what, as the owner would", () => {
    const actor = { ...kim, name: "Katharina Lindner" };
    expect(describeEntry({ action: "reschedule_appointments", actor }, text)).toBe(
      "Katharina Lindner hat einen Termin verschoben",
    );
    expect(
      describeEntry({ action: "edit_roles", actor: { kind: "impersonator", name: "Pia", reason: "x" } }, text),
    ).toBe("Pia (Stellvertretung) hat eine Rolle geändert");
    expect(describeEntry({ action: "something_new", actor }, text)).toBe("Katharina Lindner: something new");
  });

  it("has words for values, and leaves alone what it does not know", () => {
    expect(describeValue("status", "no_show", place)).toBe("Nicht erschienen");
    expect(describeValue("address.isActive", true, place)).toBe("Ja");
    expect(describeValue("priceCents", 4900, place)).toBe("49 €");
    expect(describeValue("startsAt", "2026-12-02T09:00:00.000Z", place)).toBe("at 2026-12-02T09:00:00.000Z");
    expect(describeValue("permissions", ["a", "b"], place)).toBe("a, b");
    expect(describeValue("notes", "", place)).toBe("(leer)");
    expect(describeValue("notes", "{ICU} <b>", place)).toBe("{ICU} <b>");
    expect(fieldName("somethingNew", text)).toBe("something new");
  });
});
