import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countPlaywright, countVitest, failuresOfVitest, sumUp } from "../../../scripts/test-results.mjs";

const folder = mkdtempSync(join(tmpdir(), "askproai-reports-"));

afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown) {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitestReport = (overrides: object = {}) =>
  report({ numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [], ...overrides });
const playwrightReport = (stats: object) =>
  report({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0, ...stats } });

describe("what npm test counts", () => {
  it("adds up both runners", () => {
    const counts = [countVitest(vitestReport(), 0), countPlaywright(playwrightReport({}), 0)];
    expect(sumUp(counts)).toEqual({ passed: 10, failed: 0, skipped: 0 });
  });

  it("takes a run without a report for a failure", () => {
    expect(countVitest(join(folder, "missing.json"), 0).failed).toBe(1);
    expect(countPlaywright(join(folder, "missing.json"), 0).failed).toBe(1);
  });

  it("takes a file that could not be loaded for a failure", () => {
    const testResults = [{ status: "failed", assertionResults: [] }];
    expect(countVitest(vitestReport({ testResults }), 1).failed).toBe(1);
  });

  it("believes the exit code where no test failed", () => {
    expect(countVitest(vitestReport(), 1).failed).toBe(1);
    expect(countPlaywright(playwrightReport({}), 1).failed).toBe(1);
  });

  it("names what failed, and a file that could not be loaded", () => {
    const testResults = [
      { name: "a.test.ts", status: "failed", message: "no such module", assertionResults: [] },
      {
        name: "b.test.ts",
        status: "failed",
        assertionResults: [
          { status: "passed", fullName: "one" },
          { status: "failed", fullName: "two", failureMessages: ["expected 1 to be 2"] },
        ],
      },
      { name: "c.test.ts", status: "passed", assertionResults: [] },
    ];
    expect(failuresOfVitest(vitestReport({ testResults }))).toEqual([
      "a.test.ts\n  no such module",
      "b.test.ts > two\n  expected 1 to be 2",
    ]);
  });

  it("lets nothing flaky or skipped pass", () => {
    expect(sumUp([countPlaywright(playwrightReport({ flaky: 1, skipped: 2 }), 0)])).toMatchObject({ failed: 3 });
  });
});
