import { describe, expect, it } from "vitest";
import { sentencesOf } from "@/server/calls/functions/rules/say/voice";
import { findClaims } from "@/server/calls/rules/claims";
import { platformClient } from "@/server/core/db";
import { ANSWERS } from "../../support/phone-sentences/answers";
import { BEFORE_ALL } from "../../support/phone-sentences/before-all";
import { BOOKINGS } from "../../support/phone-sentences/bookings";
import { CHANGES } from "../../support/phone-sentences/changes";
import { IDENTITY } from "../../support/phone-sentences/identity";
import { allKeys, keysOf, patternOf, type Reason } from "../../support/phone-sentences/reason";
import { openLine } from "../../support/phone-sentences/spoken-line";
import { TIMES } from "../../support/phone-sentences/times";
import { WISHES } from "../../support/phone-sentences/wishes";
import { ask } from "../../support/telephone";

const REASONS: Reason[] = [...BEFORE_ALL, ...WISHES, ...ANSWERS, ...TIMES, ...BOOKINGS, ...IDENTITY, ...CHANGES];

/** What no conversation can be brought to within a test, and why. */
const OUT_OF_REACH: Record<string, string> = {
  "closedReasons.empty_range": "what was understood is never empty: an empty wish is asked about",
  "closedReasons.too_complex": "wants more people and rooms than a test can plant; tests/unit/availability proves it",
  alreadyOver: "wants an appointment that somebody cancels between the look at it and the change",
  policyReason: "wants a rule without a reason; each has one",
  callbackReason: "is written down, and not said",
};

/** A question, or what is to be done: whoever gets a no hears how it goes on. */
const LEADS_ON =
  /\?$|^Bitte |[.:] Bitte |\bich verbinde Sie\b|\bplease\b|\bPlease\b|\bput you through\b|wir rufen Sie zurück|we'll call you back/;

const rows = REASONS.flatMap((reason) =>
  reason.from.map((name) => ({ name, status: reason.status, why: keysOf(reason).join(", ") || "a question", reason })),
);

describe.each(["de", "en"] as const)("the agent's sentences in %s", (language) => {
  it.each(rows)("$name: $status, $why", async ({ name, status, reason }) => {
    const answer = await reason.asked(await openLine(language), name);
    expect(answer).toMatchObject({ status, success: status === "ok" });
    expect(answer.say).toMatch(patternOf(reason, language));
    expect(answer.say).not.toMatch(/undefined|null|NaN|\{|\[object|\s[.,?!]|\s\s|\.\./);
    if (status === "ok") return;
    expect(answer.say).toMatch(LEADS_ON);
    // An agent that says it would be taken for one that has booked, moved or cancelled.
    expect(findClaims([{ role: "agent", text: answer.say, start: null, end: null }])).toEqual([]);
  });

  it("name a callback that nobody gave a reason for", async () => {
    const line = await openLine(language);
    await ask("request-callback", line.call);
    const [callback] = await platformClient().callbackRequest.findMany({
      where: { companyId: line.company.companyId },
    });
    expect(callback?.reason).toBe(sentencesOf(language).callbackReason);
  });
});

it("leaves no sentence without a conversation that brings it about", () => {
  const reached = new Set([...REASONS.flatMap(keysOf), ...Object.keys(OUT_OF_REACH)]);
  expect(allKeys().filter((key) => !reached.has(key))).toEqual([]);
  const known = new Set(allKeys());
  expect([...reached].filter((key) => !known.has(key))).toEqual([]);
});
