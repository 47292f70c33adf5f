import { describe, expect, it } from "vitest";
import { passagesOf, textOf } from "@/server/calls/knowledge/rules";

const AT_ONCE = 400;
const sentence = (words: number) => `${Array(words).fill("Wort").join(" ")}.`;

describe("the answers of a document", () => {
  it("are its paragraphs, each in one line", () => {
    expect(passagesOf("  Erstens.\nUnd weiter.\n\n\n \nZweitens.  ")).toEqual(["Erstens. Und weiter.", "Zweitens."]);
  });

  it("are cut where a sentence ends, when somebody would have to listen for too long", () => {
    const long = [sentence(50), sentence(40), sentence(20)];
    expect(passagesOf(long.join(" "))).toEqual([long[0], `${long[1]} ${long[2]}`]);
  });

  it.each([
    ["a sentence without an end", "Wort ".repeat(500)],
    ["a word without an end", "x".repeat(2_000)],
    ["letters of more than one unit", "🙂".repeat(1_000)],
  ])("lose nothing of %s", (_what, text) => {
    const passages = passagesOf(text);
    expect(passages.every(({ length }) => length <= 2 * AT_ONCE)).toBe(true);
    expect(passages.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  });

  it("are shown as they were written, and the same when they are saved again", () => {
    const text = "Erstens.\n\nZweitens.";
    const shown = textOf(passagesOf(text).map((passage) => ({ text: passage })));
    expect(shown).toBe(text);
    expect(passagesOf(shown)).toEqual(passagesOf(text));
  });
});
