import { describe, expect, it } from "vitest";
import { fromWall, minutesOf } from "@/server/core/time";
import { understandTime } from "@/server/speech/rules/understand-time";
import { ordinaryGerman } from "./corpus/ordinary-german";
import { plainGerman } from "./corpus/plain-german";

const ZONE = "Europe/Berlin";
const HESITATIONS = ["äh", "sag ich mal", "wenn's geht"];
const BEFORE = [
  "guten tag hier spricht müller",
  "es geht um meinen sohn der hat zahnschmerzen",
  "ich war schon mal bei ihnen",
  "mir tut seit gestern der rücken weh",
  "ich habe ein rezept für sechs mal physiotherapie",
];
const BEHIND = [
  "vielen dank",
  "weil da hab ich frei",
  "oder was haben sie",
  "wir sind zu zweit",
  "und meine nummer ist null eins sieben eins",
];
/** Where a speaker takes a breath. */
const JOINT = /^(?:am|um|gegen|ab|an|in|zwischen|von|bis|oder|aber|\w*tag|mittwoch|heute|morgen|übermorgen)$/;

const hear = (text: string, now: string) => {
  const at = fromWall(ZONE, now.slice(0, 10), minutesOf(now.slice(11)));
  const { ranges, exclude, ask } = understandTime(text, { now: at, zone: ZONE, language: "de" });
  return JSON.stringify({ ranges, exclude, isAsked: ask !== undefined });
};

const sentences = [...ordinaryGerman, ...plainGerman].flatMap(({ now, utterances }) =>
  utterances.map(([said]) => ({ said, now })),
);

/** What was heard otherwise once the words were put into it. */
const changed = (variants: (said: string) => string[]): string[] =>
  sentences.flatMap(({ said, now }) => {
    const plainly = hear(said, now);
    return variants(said).filter((text) => hear(text, now) !== plainly);
  });

describe("what is said besides the time", () => {
  it("changes nothing by hesitating, wherever it is", () => {
    const hesitating = (said: string) => {
      const words = said.split(" ");
      const joints = words.flatMap((word, at) => (at > 0 && JOINT.test(word) ? [at] : []));
      return joints.flatMap((at) => HESITATIONS.map((pause) => words.toSpliced(at, 0, pause).join(" ")));
    };
    expect(changed(hesitating)).toEqual([]);
  });

  it("changes nothing by what comes before", () => {
    expect(changed((said) => BEFORE.map((talk) => `${talk} ${said}`))).toEqual([]);
  });

  it("changes nothing by what comes behind", () => {
    expect(changed((said) => BEHIND.map((talk) => `${said} ${talk}`))).toEqual([]);
  });
});
