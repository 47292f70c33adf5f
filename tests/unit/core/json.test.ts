import { expect, it } from "vitest";
import { parseStorable, storableJson } from "@/server/core/json";

const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

it("leaves JSON as it came", () => {
  const plain = String.raw`{ "a": "ü \"[[\"", "b": [1e3, {"c": null}] }`;
  expect(storableJson(plain)).toBe(plain);
  const escaped = String.raw`["\\u0000 \\ud83d \ud83d\ude42"]`;
  expect(parseStorable(escaped)).toEqual(JSON.parse(escaped));
});

it.each([
  [String.raw`["a\u0000b"]`, ["ab"]],
  [String.raw`["Danke \ud83d"]`, ["Danke "]],
  [String.raw`["\ude42!", "\uD83D\uDE42"]`, ["!", "🙂"]],
  [String.raw`{"a\ud83d":"\\\ud83d"}`, { a: "\\" }],
  ["[1e400, -1e9999]", [null, null]],
  [`[${"9".repeat(400)}]`, [null]],
])("leaves out what the database can't hold: %s", (raw, value) => {
  expect(parseStorable(raw)).toEqual(value);
});

it("takes no JSON that is nested without end", () => {
  expect(parseStorable(nested(100))).not.toBeNull();
  expect(storableJson(nested(101))).toBeNull();
  expect(storableJson(nested(1_000_000))).toBeNull();
  expect(storableJson(`["${"[".repeat(500)}"]`)).not.toBeNull();
});

it.each(["", "{", "undefined", "{'a':1}"])("takes nothing else: %s", (raw) => {
  expect(storableJson(raw)).toBeNull();
});
