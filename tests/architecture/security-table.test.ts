import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const text = readFileSync("docs/security.md", "utf8");
const rows = text.split("\n").filter((line) => /^\| \d/.test(line));
const cellsOf = (row: string) =>
  row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

it("names no file that does not exist", () => {
  const named = [...text.matchAll(/`([\w.()[\]/-]+\/[\w.()[\]-]+\.\w+|[\w-]+\.(?:ts|json|md))`/g)].map(
    ([, path]) => path ?? "",
  );
  const paths = named.filter((path) => path.includes("/") || existsSync(path) || path.startsWith("proxy"));
  expect(paths.length).toBeGreaterThan(150);
  expect(paths.filter((path) => !existsSync(path) && !path.includes("*"))).toEqual([]);
});

it("gives each requirement a state of the closed list, and what is met a place", () => {
  const states = ["met", "partly", "later", "n/a"];
  const odd = rows.map(cellsOf).filter(([, asks, state, where, test]) => {
    return !asks || !states.includes(state ?? "") || !where || where === "–" || !test;
  });
  expect(odd).toEqual([]);
  expect(rows.length).toBeGreaterThan(150);
});

it("has every chapter, in order, and no requirement twice", () => {
  const numbers = rows.map((row) => cellsOf(row)[0] ?? "");
  expect(new Set(numbers).size).toBe(numbers.length);
  const chapters = [...new Set(numbers.map((number) => Number(number.split(".")[0])))];
  expect(chapters).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
});

it("points to tests only where tests are", () => {
  const tests = rows.flatMap((row) =>
    [...(cellsOf(row)[4] ?? "").matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? ""),
  );
  expect(tests.filter((path) => !/^tests\/.*\.test\.tsx?$/.test(path))).toEqual([]);
});
