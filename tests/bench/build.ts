import { spawn } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { takeTurn } from "../../scripts/turn.mjs";
import type { Figure } from "./figure";

const BUILD = ".next";

/** A cold production build, as a release makes it: client, compilation, pages. Types are checked by `npm run check`, not here. */
export async function benchBuild(): Promise<Figure[]> {
  const release = await takeTurn("build");
  const seconds = await timeBuild().finally(release);
  return [{ name: "build.seconds", value: round(seconds), unit: "s", goal: { atMost: 120 } }];
}

async function timeBuild(): Promise<number> {
  forgetBuild();
  const startedAt = performance.now();
  await runBuild();
  return (performance.now() - startedAt) / 1000;
}

/** Everything but the development server's own folder, which may be in use. */
function forgetBuild() {
  if (!existsSync(BUILD)) return;
  for (const name of readdirSync(BUILD))
    if (name !== "dev") rmSync(join(BUILD, name), { recursive: true, force: true });
}

function runBuild() {
  return new Promise<void>((resolve, reject) => {
    const child = spawn("npm", ["run", "build"], {
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output = (output + chunk).slice(-8000);
      });
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`npm run build failed:\n${output}`))));
  });
}

const round = (seconds: number) => Math.round(seconds * 10) / 10;
