import { beforeAll, describe, expect, it } from "vitest";
import { functionName } from "@/server/calls/functions/schema";
import { platformClient } from "@/server/core/db";
import { CONTRACT, PROMISED } from "../../support/phone-contract";
import { openPhoneStage, type PhoneStage } from "../../support/phone-stage";
import { createSalonLine } from "../../support/salon-line";
import { type Answer, ask, ringing } from "../../support/telephone";

const LANGUAGES = {
  "de-DE": /\b(?:Sie|Ihnen|Ihre?[nmr]?|ich|wir|uns)\b|^Massage kostet/i,
  "en-US": /\b(?:you|your|I|we|our|us|please)\b|^Massage costs/i,
} as const;
/** In a sentence of the other language it is a slip. */
const GERMAN = /\b(?:Sie|Ihnen|Ihre?[nmr]?|nicht|und|oder|ist|kostet|bitte)\b/;

it("has a row for whatever each function can answer", () => {
  for (const name of functionName.options)
    expect(
      CONTRACT[name].map(({ status }) => status),
      name,
    ).toEqual(PROMISED[name]);
});

describe.each(["de-DE", "en-US"] as const)("on a line in %s", (language) => {
  let stage: PhoneStage;
  beforeAll(async () => {
    stage = await openPhoneStage(language);
  });

  function checkSentence({ say }: Answer): void {
    expect(say).toMatch(LANGUAGES[language]);
    expect(say).toMatch(/[.?!]$/);
    expect(say).not.toMatch(/undefined|null|NaN|\{|\[object/);
    if (language === "en-US") expect(say).not.toMatch(GERMAN);
  }

  const rows = functionName.options.flatMap((name) => CONTRACT[name].map((row) => ({ name, ...row })));
  it.each(rows)("$name answers $status with a sentence", async ({ status, asked, next, isQuoted }) => {
    const answer = await asked(stage);
    expect(answer).toMatchObject({ status, success: status === "ok", say: expect.stringMatching(/\S/) });
    if (next) expect(answer.next_function).toBe(next);
    if (!isQuoted) checkSentence(answer);
  });

  it("says of each function that it failed, and what to do then", async () => {
    const { company } = await createSalonLine({}, { language });
    await platformClient().branch.updateMany({ where: { companyId: company.companyId }, data: { isActive: false } });
    for (const name of functionName.options) {
      const answer = await ask(name, ringing(company), { reason: "x" });
      expect(answer, name).toMatchObject({ status: "error", success: false, next_function: "request-callback" });
      checkSentence(answer);
    }
  });
});
