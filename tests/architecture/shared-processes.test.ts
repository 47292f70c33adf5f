import { expect, it } from "vitest";
import { ALONE } from "../../vitest.config";
import { type SourceFile, sourcesBelow } from "./source";

const files = ["tests/unit", "tests/integration", "tests/support"].flatMap(sourcesBelow);
/** They make the process ready, before any file. */
const SETUP = ["tests/support/process-setup.ts", "tests/support/unit-setup.ts"];

const isTest = ({ path }: SourceFile) => /\.test\.tsx?$/.test(path);
const isBelow = (path: string, place: string) => (place.endsWith("/") ? path.startsWith(place) : path === place);
const isAlone = (path: string) => Object.keys(ALONE).some((place) => isBelow(path, place));

/** What the next file of the same process would find changed. */
const LEAKS: [what: string, found: (text: string) => boolean][] = [
  [
    "writes into the environment, which is read once: use what tests/support/test-environment.ts sets, or stand in ALONE",
    (text) => /process\.env(\.\w+|\[\w+\])\s*(\?\?|\|\|)?=(?!=)|Object\.assign\(\s*process\.env/.test(text),
  ],
  [
    "replaces a module for good: vi.mock is not for files that share a process",
    (text) => /\bvi\.(do)?mock\(/i.test(text),
  ],
  [
    "leaves a clock that was stopped: vi.useRealTimers",
    (text) => /\bvi\.useFakeTimers\(/.test(text) && !/\bvi\.useRealTimers\(/.test(text),
  ],
  [
    "leaves a replaced variable: vi.unstubAllEnvs and vi.resetModules afterwards",
    (text) => /\bvi\.stubEnv\(/.test(text) && !(/unstubAllEnvs/.test(text) && /resetModules/.test(text)),
  ],
  [
    "leaves a replaced global: vi.unstubAllGlobals",
    (text) => /stubGlobal\(/.test(text) && !/unstubAllGlobals/.test(text),
  ],
];

const leaksOf = ({ text }: SourceFile) => LEAKS.filter(([, found]) => found(text)).map(([what]) => what);

/** A helper counts as leaking for those who import it, directly or not. */
function leaking(all: readonly SourceFile[]): Map<string, string[]> {
  const leaks = new Map(all.filter(({ path }) => !SETUP.includes(path)).map((file) => [file.path, leaksOf(file)]));
  const helpers = all.filter((file) => !isTest(file) && !SETUP.includes(file.path));
  const nameOf = (path: string) =>
    `/${path
      .split("/")
      .at(-1)
      ?.replace(/\.tsx?$/, "")}"`;
  for (let isGrowing = true; isGrowing; ) {
    isGrowing = false;
    for (const { path, text } of all) {
      if (leaks.get(path)?.length !== 0) continue;
      const taken = helpers.find((helper) => leaks.get(helper.path)?.length && text.includes(nameOf(helper.path)));
      if (!taken) continue;
      leaks.set(path, [`imports ${taken.path}, which ${leaks.get(taken.path)?.[0]}`]);
      isGrowing = true;
    }
  }
  return leaks;
}

function complaints(all: readonly SourceFile[]): string[] {
  const leaks = leaking(all);
  return all
    .filter((file) => isTest(file) && !isAlone(file.path))
    .flatMap(({ path }) => (leaks.get(path) ?? []).map((what) => `${path} ${what}`));
}

it("files that share a process leave it as they found it", () => {
  expect(complaints(files)).toEqual([]);
});

const runsJobs = ({ text }: SourceFile) => /\b(createRunner|startOutboxPublisher)\(/.test(text);

it("whoever starts a runner or a publisher is alone: it works through what other files left waiting", () => {
  const runners = files.filter((file) => isTest(file) && runsJobs(file));
  expect(runners.length).toBeGreaterThan(2);
  expect(runners.filter(({ path }) => !isAlone(path)).map(({ path }) => path)).toEqual([]);
});

it("who is alone exists, and says why", () => {
  const paths = files.filter(isTest).map(({ path }) => path);
  for (const [place, why] of Object.entries(ALONE)) {
    expect(
      paths.filter((path) => isBelow(path, place)),
      place,
    ).not.toEqual([]);
    expect(why).not.toBe("");
  }
});

it.each([
  'process.env.LIMITS = "{}";',
  'process.env.LIMITS ??= "{}";',
  "Object.assign(process.env, { LIMITS });",
  'vi.mock("@/server/core/db");',
  "vi.useFakeTimers();",
  'vi.stubEnv("LIMITS", "{}");',
  'vi.stubGlobal("fetch", answer);',
])("and this would be found: %s", (text) => {
  expect(complaints([{ path: "tests/unit/staff/rules.test.ts", text }])).toHaveLength(1);
  const helper = { path: "tests/support/odd.ts", text };
  const user = { path: "tests/unit/staff/rules.test.ts", text: 'import { odd } from "../../support/odd";' };
  expect(complaints([helper, user])).toHaveLength(1);
});
