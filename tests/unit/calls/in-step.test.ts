import { expect, it } from "vitest";
import { cut, findWords, secondOf, type Turn, turnAt } from "@/components/calls/recording/in-step";
import { isRecordingAddress } from "@/server/calls/rules/recording-address";
import { placeWords } from "@/server/calls/rules/word-times";

const said = (role: Turn["role"], text: string, start: number | null, words: Turn["words"] = []): Turn => ({
  ...{ role, text, start, words },
  end: null,
});
const TURNS = [
  said("agent", "Guten Tag, Salon Lindner. Damenhaarschnitt oder Färben?", 0.4),
  said("user", "Einen Damenhaarschnitt, am Donnerstag Nachmittag.", 4, [
    { at: 0, start: 4 },
    { at: 6, start: 4.6 },
    { at: 24, start: 6 },
    { at: 27, start: 6.3 },
    { at: 38, start: 7 },
  ]),
  said("agent", "Auf welchen Namen?", 9),
  said("user", "Auf André Meißner, bitte. Mann, ist das schön.", 11),
];
const wordsOf = (value: string) =>
  findWords(TURNS, value).map(({ turn, from, until }) => [turn, TURNS[turn]?.text.slice(from, until)]);

it("knows who is heard at each second", () => {
  expect([0, 0.4, 3.9, 4, 10, 500].map((second) => turnAt(TURNS, second))).toEqual([null, 0, 0, 1, 2, 3]);
  expect(turnAt([said("agent", "Ohne Zeiten", null)], 5)).toBeNull();
});

it("finds the words that a field was taken from, the caller's before the agent's", () => {
  expect(wordsOf("Damenhaarschnitt")).toEqual([[1, "Damenhaarschnitt"]]);
  expect(wordsOf("färben")).toEqual([[0, "Färben"]]);
  expect(wordsOf("Andre Meißner")).toEqual([[3, "André Meißner"]]);
  expect(wordsOf("Nachmittag, Donnerstag")).toEqual([
    [1, "Donnerstag"],
    [1, "Nachmittag"],
  ]);
});

it("finds nothing for what nobody said in these words, nor inside of other words", () => {
  for (const value of ["", " ", "2026-12-03 14:00", "an", "Herr Nobody", "schnitt"]) expect(wordsOf(value)).toEqual([]);
});

it("knows when words are spoken, as exactly as it was told", () => {
  const [found] = findWords(TURNS, "Donnerstag");
  expect(found && secondOf(TURNS, found)).toBe(6.3);
  expect(secondOf(TURNS, { turn: 3, from: 4, until: 9 })).toBe(11);
  expect(secondOf([said("user", "Hallo", null)], { turn: 0, from: 0, until: 5 })).toBeNull();
});

it("cuts a text at its marks and loses no letter", () => {
  const pieces = cut("Am Donnerstag bitte", [
    { from: 3, until: 13 },
    { from: 5, until: 8 },
  ]);
  expect(pieces.map(({ text, isMarked }) => [text, isMarked])).toEqual([
    ["Am ", false],
    ["Donnerstag", true],
    [" bitte", false],
  ]);
});

it("places each word of the provider in the text, in their order", () => {
  const spoken = ["Ja, ", "ja", "gern.", "fehlt"].map((word, index) => ({ word, start: index }));
  expect(placeWords("Ja, ja gern.", spoken)).toEqual([
    [0, 0],
    [4, 1],
    [7, 2],
  ]);
  expect(placeWords("Ja", [{ start: 1 }])).toEqual([]);
});

const RETELL = "https://api.retellai.com";
it.each([
  ["https://retellai.s3.us-west-2.amazonaws.com/Jabr9/recording.wav", RETELL, true],
  ["https://dxc03zgurdly9.cloudfront.net/a/recording.wav?Signature=x", RETELL, true],
  ["https://storage.retellai.com/recording.wav", RETELL, true],
  ["http://storage.retellai.com/recording.wav", RETELL, false],
  ["https://storage.retellai.com:8443/recording.wav", RETELL, false],
  ["https://someone:secret@storage.retellai.com/recording.wav", RETELL, false],
  ["https://evilretellai.com/recording.wav", RETELL, false],
  ["https://retellai.s3.evil.com/recording.wav", RETELL, false],
  ["https://retellai.ec2-10-0-0-1.compute.amazonaws.com/x", RETELL, false],
  ["http://169.254.169.254/latest/meta-data", RETELL, false],
  ["http://127.0.0.1:3001/recordings/a.wav", RETELL, false],
  ["http://127.0.0.1:3001/recordings/a.wav", "http://localhost:3001/retell", true],
  ["http://127.0.0.1:5432/", "http://127.0.0.1:3001/retell", false],
  ["https://storage.retellai.com/recording.wav", "http://127.0.0.1:3001/retell", false],
  ["file:///etc/passwd", RETELL, false],
  ["no address", RETELL, false],
])("fetches %s with the provider at %s: %s", (address, provider, isOne) => {
  expect(isRecordingAddress(address, provider)).toBe(isOne);
});
