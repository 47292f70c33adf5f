import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { requireTestPrograms } from "../../../scripts/test-programs.mjs";

function folderWith(...programs: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "askproai-path-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const program of programs) {
    writeFileSync(join(folder, program), "#!/bin/sh\n");
    chmodSync(join(folder, program), 0o755);
  }
  return folder;
}

/** As if it were nowhere, also where a browser stands outside the PATH. */
const NOWHERE = "/nowhere/chromium";

/** The command as somebody gives it who has Node and npm and nothing else. */
function npmTest(path: string): Promise<{ code: unknown; said: string }> {
  const env = { NODE_ENV: "test", PATH: path, HOME: tmpdir(), CHROMIUM_PATH: NOWHERE } as const;
  return new Promise((resolve) =>
    execFile(process.execPath, ["scripts/test.mjs"], { env, timeout: 20_000 }, (error, out, err) =>
      resolve({ code: error ? (error.code ?? error.signal) : 0, said: out + err }),
    ),
  );
}

it("says before anything else what is to be installed, all of it at once", async () => {
  const { code, said } = await npmTest(folderWith());
  expect(code).toBe(1);
  expect(said).toContain(`CHROMIUM_PATH names ${NOWHERE}`);
  expect(said).toMatch(/need redis-server, and none was found.*apt-get install -y redis-server/);
  expect(said.trimEnd().split("\n").at(-1)).toBe("0 passed, 1 failed");
});

it("asks only for what is missing", () => {
  const chromium = join(folderWith("chromium"), "chromium");
  const [without, withRedis] = [folderWith(), folderWith("redis-server")];
  expect(() => requireTestPrograms({ PATH: without, CHROMIUM_PATH: chromium })).toThrow(/^The tests .* redis-server/);
  expect(() => requireTestPrograms({ PATH: withRedis, CHROMIUM_PATH: NOWHERE })).toThrow(/^CHROMIUM_PATH .*exist\.$/);
  expect(() => requireTestPrograms({ PATH: withRedis, CHROMIUM_PATH: chromium })).not.toThrow();
});
