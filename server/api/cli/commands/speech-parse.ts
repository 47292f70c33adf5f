import { readFile } from "node:fs/promises";
import { z } from "zod";
import { AppError } from "@/server/core/errors";
import { type EpochMs, fromWall, instant, minutesOf, toOffsetIso, zoneId } from "@/server/core/time";
import { describeWish } from "@/server/speech/rules/describe-wish";
import { detectLanguage } from "@/server/speech/rules/detect-language";
import { understandTime } from "@/server/speech/rules/understand-time";
import { openingHours, speechLanguage, type TimeWish, type WishRange } from "@/server/speech/schema";
import { type CliContext, defineCommand, type Outcome } from "../command";
import { openingWeek } from "../opening-week";

const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;
const moment = z.union([instant, z.string().regex(WALL)]);
/** What a line of a file says, and the options for all of them. */
const circumstances = {
  zone: zoneId.optional(),
  language: speechLanguage.optional(),
  state: z.string().max(10).optional(),
};
const utterance = z.object({ ...circumstances, text: z.string(), now: moment, hours: openingHours.optional() });
type Utterance = z.output<typeof utterance>;

export const speechParse = defineCommand({
  name: "speech:parse",
  permission: "view_platform",
  summary: "the instants that somebody means, from their own words",
  options: [
    ["--text <words>", "what was said"],
    ["--now <iso>", "when it was said; without an offset by the zone's clock"],
    ["--file <jsonl>", "instead: lines of {text, now}, each answered with a line (- for standard input)"],
    ["--zone <zone>", "where it was said (Europe/Berlin)"],
    ["--language <de|en>", "what is spoken; without it the words tell"],
    ["--state <code>", "federal state, for its public holidays: BY, NW …"],
    ["--hours <week>", 'opening hours: "mo-fr 09:00-18:00, sa 09:00-13:00"'],
  ],
  input: z
    .strictObject({
      ...circumstances,
      text: z.string().optional(),
      now: z.string().optional(),
      file: z.string().min(1).optional(),
      hours: openingWeek.optional(),
    })
    .refine(({ text, file }) => (text === undefined) !== (file === undefined), { path: ["text"] })
    .refine(({ file, now }) => file !== undefined || now !== undefined, { path: ["now"] }),
  async run({ text, now, file, ...given }, ctx) {
    if (file !== undefined) return parseLines(await readLines(file, ctx), { now, ...given });
    const said = utterance.parse({ text, now, ...given });
    const answer = answerTo(said);
    return { data: answer, answers: [answer], lines: describe(answer, said) };
  },
});

async function readLines(file: string, { readInput }: CliContext): Promise<string[]> {
  const content = file === "-" ? await readInput() : await readFile(file, "utf8").catch(() => null);
  if (content === null) throw new AppError({ code: "NOT_FOUND", reason: "not_found", details: { file } });
  return content.split("\n").filter((line) => line.trim() !== "");
}

/** A line that cannot be read is answered in its place, so that answers and lines stay side by side. */
function parseLines(lines: readonly string[], { now, ...given }: { now?: string | undefined }): Outcome {
  const shared = { ...(now !== undefined && { now }), ...given };
  const answers = lines.map((line) => {
    const said = utterance.safeParse({ ...shared, ...jsonOf(line) });
    return said.success
      ? answerTo(said.data)
      : { error: said.error.issues.map(({ path }) => path.join(".")).join(", ") };
  });
  const written = answers.map((answer) => JSON.stringify(answer));
  const hasFindings = answers.some((answer) => "error" in answer);
  return { data: answers, answers, lines: written, hasFindings };
}

function jsonOf(line: string): object | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

type Answer = ReturnType<typeof answerTo>;

function answerTo(said: Utterance) {
  const { zone, language, now } = heardAt(said);
  const { hours, state } = said;
  const wish = understandTime(said.text, { now, zone, language, ...(hours && { hours }), ...(state && { state }) });
  return toAnswer(wish, zone);
}

function heardAt({ text, now, zone = "Europe/Berlin", language = detectLanguage(text) }: Utterance) {
  return { zone, language, now: now instanceof Date ? now.getTime() : wallInstant(now, zone) };
}

const wallInstant = (now: string, zone: string): EpochMs =>
  fromWall(zone, now.slice(0, 10), minutesOf(now.slice(11, 16)));

function toAnswer({ ranges, exclude, ask, assumptions, confidence }: TimeWish, zone: string) {
  const written = ({ from, to, allDay }: WishRange) => ({
    from: toOffsetIso(zone, from),
    to: toOffsetIso(zone, to),
    allDay,
  });
  return {
    ranges: ranges.map(written),
    exclude: exclude.map(written),
    ...(ask !== undefined && { ask }),
    assumptions,
    confidence,
  };
}

function describe({ ranges, exclude, ask, assumptions, confidence }: Answer, said: Utterance): string[] {
  const { zone, language } = heardAt(said);
  const read = (range: Answer["ranges"][number]) => ({
    from: Date.parse(range.from),
    to: Date.parse(range.to),
    allDay: range.allDay,
  });
  const wish = { ranges: ranges.map(read), exclude: exclude.map(read), assumptions, confidence };
  return [
    `understood  ${describeWish(wish, { zone, language }) || "–"}`,
    ...ranges.map(({ from, to }) => `  ${from} – ${to}`),
    ...(ask ? [`question    ${ask}`] : []),
    ...assumptions.map((assumption) => `assumed     ${assumption}`),
    `confidence  ${confidence}`,
  ];
}
