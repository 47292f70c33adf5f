// Reads the JSON reports of Vitest and Playwright and adds them up.
import { existsSync, readFileSync } from "node:fs";

/** A run that left no report, or failed without a failed test, counts as one failure: nothing passes in silence. */
function withExit(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null);

const firstLines = (text) => (text ?? "").split("\n").slice(0, 6).join("\n  ");

/** What failed in Vitest, a text each: said again at the end, because the browser's tests write a lot after it. */
export function failuresOfVitest(file) {
  return (readReport(file)?.testResults ?? [])
    .filter((result) => result.status === "failed")
    .flatMap((result) => {
      const failed = result.assertionResults.filter(({ status }) => status === "failed");
      if (failed.length === 0) return [`${result.name}\n  ${firstLines(result.message)}`];
      return failed.map((test) => `${result.name} > ${test.fullName}\n  ${firstLines(test.failureMessages[0])}`);
    });
}

/** Counts Vitest's tests; a file that could not even be loaded is a failure of its own. */
export function countVitest(file, exitCode) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    (result) => result.status === "failed" && result.assertionResults.length === 0,
  );
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return withExit(counts, exitCode);
}

/** Counts Playwright's tests; a flaky one is a failed one. */
export function countPlaywright(file, exitCode) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withExit({ passed: expected, failed: unexpected + flaky, skipped }, exitCode);
}

/** The closing line; a skipped test is a failed one, because nobody looks at it any more. */
export function sumUp(counts) {
  const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);
  return { passed: total("passed"), failed: total("failed") + total("skipped"), skipped: total("skipped") };
}
