import { describe, expect, it } from "vitest";
import { MOST_SAID, mostSaid } from "@/server/calls/functions/rules/most-said";
import { withoutServiceNames } from "@/server/calls/functions/rules/spoken-words";

describe("what somebody can have said", () => {
  it("is left as it is", () => {
    const args = {
      service: "Massage",
      services: ["a", "b"],
      slot: { start: "x" },
      confirm: true,
      party_size: 2,
      none: null,
    };
    expect(mostSaid(args)).toEqual(args);
    expect(mostSaid({ wish: "x".repeat(MOST_SAID) })).toEqual({ wish: "x".repeat(MOST_SAID) });
  });

  it("of a longer speech is its beginning and its end", () => {
    const wish = `morgen um zehn ${"und so weiter ".repeat(2_000)} Hilfe, ein Notfall`;
    const { wish: heard } = mostSaid({ wish }) as { wish: string };
    expect(heard.length).toBeLessThan(MOST_SAID + 10);
    expect(heard).toMatch(/^morgen um zehn .* … .* Hilfe, ein Notfall$/);
  });

  it("is cut wherever it stands, and lists and fields without end are", () => {
    const long = "x".repeat(10_000);
    const heard = JSON.stringify(
      mostSaid({
        a: { b: [{ c: long }] },
        services: Array(5_000).fill(long),
        ...Object.fromEntries(Array(5_000).entries()),
      }),
    );
    expect(heard).not.toContain("x".repeat(MOST_SAID));
    expect(heard.length).toBeLessThan(500_000);
  });
});

describe("a text without the names of services", () => {
  const service = (name: string, ...synonyms: string[]) => ({ name, synonyms, segments: [] });
  const services = [service("Notfallsprechstunde", "Notfall Termin"), service("Herz"), service("Öl")];
  const plain = (text: string) =>
    withoutServiceNames(text, { services } as unknown as Parameters<typeof withoutServiceNames>[1]);

  it.each([
    ["zur notfallsprechstunde bitte", "zur  ·  bitte"],
    ["NOTFALL TERMIN und Herz", " ·  und  · "],
    ["ein Notfall", "ein Notfall"],
    ["Öl", "Öl"],
  ])("of %s is %s", (text, rest) => {
    expect(plain(text)).toBe(rest);
  });
});
