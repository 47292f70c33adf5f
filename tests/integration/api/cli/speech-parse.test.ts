import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cli, cliJson } from "../../../support/cli";

const NOW = "2026-11-24T10:00:00+01:00";
const parse = (text: string, ...options: string[]) =>
  cliJson(["speech:parse", "--text", text, "--now", NOW, ...options]);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "speech-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("answers in the promised shape, a moment with both ends the same", async () => {
  expect((await parse("morgen um drei")).answer).toEqual({
    ranges: [{ from: "2026-11-25T15:00:00+01:00", to: "2026-11-25T15:00:00+01:00", allDay: false }],
    exclude: [],
    assumptions: ["Ich gehe von 15 Uhr aus."],
    confidence: 0.92,
  });
});

it("says what must be asked, and what was refused", async () => {
  const { answer } = await parse("nächste Woche, aber nicht am Montag");
  expect(answer.exclude).toEqual([
    { from: "2026-11-30T00:00:00+01:00", to: "2026-12-01T00:00:00+01:00", allDay: true },
  ]);
  expect((await parse("am 31. April")).answer).toMatchObject({ ranges: [], ask: expect.stringContaining("April") });
});

it("hears English without being told", async () => {
  const { answer } = await parse("next Friday or the day after tomorrow at half past two");
  expect(answer.ranges.map(({ from }: { from: string }) => from)).toContain("2026-11-26T14:30:00+01:00");
});

it("goes by the zone, the opening hours and the state it is told", async () => {
  const [there] = (await parse("tomorrow at 3 pm", "--zone", "America/New_York")).answer.ranges;
  expect(there.from).toBe("2026-11-25T15:00:00-05:00");
  const open = await parse("Freitag um acht", "--hours", "mo-fr 07:00-22:00");
  expect(open.answer.ranges).toHaveLength(2);
  const holiday = ["--text", "am Feiertag", "--now", "2027-05-20T10:00:00+02:00", "--state"];
  const [inBavaria] = (await cliJson(["speech:parse", ...holiday, "BY"])).answer.ranges;
  const [inBerlin] = (await cliJson(["speech:parse", ...holiday, "BE"])).answer.ranges;
  expect([inBavaria.from, inBerlin.from]).toEqual(["2027-05-27T00:00:00+02:00", "2027-10-03T00:00:00+02:00"]);
});

it("answers each line of a file in its place", async () => {
  const file = join(folder, "said.jsonl");
  const lines = [{ text: "übermorgen", now: NOW }, "nonsense", { text: "tomorrow", now: "2026-11-24T10:00:00" }];
  await writeFile(file, lines.map((line) => JSON.stringify(line)).join("\n"));
  const { code, out } = await cli(["speech:parse", "--file", file]);
  const answers = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answers.map(({ ranges, error }) => ranges?.[0]?.from ?? error)).toEqual([
    "2026-11-26T00:00:00+01:00",
    expect.stringContaining("text"),
    "2026-11-25T00:00:00+01:00",
  ]);
  expect(code).toBe(1);
  expect((await cli(["speech:parse", "--file", "-"], { input: JSON.stringify(lines[0]) })).code).toBe(0);
});

it.each([
  [["--text", "morgen"], "now"],
  [["--now", NOW], "text"],
  [["--text", "morgen", "--now", "gestern"], "now"],
  [["--text", "morgen", "--now", NOW, "--zone", "Mars/Olympus"], "zone"],
  [["--text", "morgen", "--now", NOW, "--hours", "immer"], "hours"],
])("refuses %j", async (options, field) => {
  const { code, answer } = await cliJson(["speech:parse", ...options]);
  expect(code).toBe(2);
  expect(answer.error.errors.map((error: { field: string }) => error.field)).toEqual([field]);
});

it("knows no file of that name", async () => {
  const missing = ["speech:parse", "--file", join(folder, "none")];
  expect(await cliJson(missing)).toMatchObject({ code: 1, answer: { error: { code: "NOT_FOUND" } } });
});
