import { describe, expect, it } from "vitest";
import de from "@/public/locales/de/errors.json";
import en from "@/public/locales/en/errors.json";
import { ERROR_STATUS } from "@/server/core/errors";
import { type SourceFile, sourcesBelow } from "./source";

const CODES = Object.keys(ERROR_STATUS);

/** Kept with a row, told by voice, or said in words of their own page: nobody is refused with them. */
const NOT_REFUSALS = [
  ...["ended_by_operator", "locked", "operator", "password_changed", "password_reset", "replaced", "revoked"],
  ...["two_factor_enabled", "two_factor_reset"],
  ...["already_begun", "cancelled", "duplicate", "not_mapped", "policy", "step_taken_back"],
  ...[
    "asked_for_a_person",
    "emergency",
    "failed_again",
    "no_appointment",
    "too_late",
    "too_many_tries",
    "unknown",
    "unknown_number",
  ],
  ...["landline", "not_known", "other_branch"],
  "came_after_all",
  "not_found",
];

/** Every reason that stands beside a code, in a list of codes by reason, or is made of what was not found. */
function reasonsIn(files: readonly SourceFile[]): string[] {
  const found = files.flatMap(({ text }) => [
    ...[...text.matchAll(/\breason: ([^,;{}\n]+)/g)].flatMap(([, value = ""]) =>
      [...value.matchAll(/"([a-z0-9_]+)"/g)].map(([, reason = ""]) => reason),
    ),
    ...[...text.matchAll(/notFound\("([a-z_]+)"\)/g)].map(([, what]) => `${what}_not_found`),
    ...[...text.matchAll(/\b([a-z_]+): "([A-Z_]+)"/g)]
      .filter(([, key, value = ""]) => key !== "code" && CODES.includes(value))
      .map(([, reason = ""]) => reason),
  ]);
  return [...new Set(found)].sort();
}

/** What callers of the doubles, and of written conversations, give as their reason. */
const SPOKEN = ["server/sandbox/", "server/calls/simulator/rules/scenarios/"];
const sources = sourcesBelow("server").filter(({ path }) => !SPOKEN.some((folder) => path.startsWith(folder)));
const reasons = reasonsIn(sources);

describe("a reason for a refusal", () => {
  it.each([
    ["de", de.reasons],
    ["en", en.reasons],
  ])("has a sentence in %s", (_language, told: Record<string, string>) => {
    expect(reasons.filter((reason) => !NOT_REFUSALS.includes(reason) && !told[reason])).toEqual([]);
  });

  it("is found wherever it is given", () => {
    expect(reasons.length).toBeGreaterThan(150);
    expect(NOT_REFUSALS.filter((reason) => !reasons.includes(reason))).toEqual([]);
  });

  it.each([
    ['throw new AppError({ code: "FORBIDDEN", reason: "planted_one" });', "planted_one"],
    ['reason: isLate ? "planted_late" : "slot_taken" }', "planted_late"],
    ['throw notFound("planted");', "planted_not_found"],
    ['const CODE_OF = { planted_map: "SIGNATURE_INVALID" };', "planted_map"],
  ])("and this would be found: %s", (text, reason) => {
    expect(reasonsIn([{ path: "server/planted.ts", text }])).toContain(reason);
  });
});
