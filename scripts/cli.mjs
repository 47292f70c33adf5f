// `npm run cli -- <command>`: the command line. It reads the environment as the application does; without one it talks to
// the copy that describes itself in DATA_DIR (a demo that runs there).
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildEnvironment } from "./environment.mjs";
import { evaluate } from "./evaluate.mjs";
import { readSecrets } from "./secrets.mjs";
import { ROOT, readSettings } from "./settings.mjs";

function chooseEnvironment() {
  if (process.env.APP_DATABASE_URL) return process.env;
  const settings = readSettings();
  const file = join(settings.dataDir, "demo.json");
  if (!existsSync(file)) return process.env;
  const { appUrl, sandboxUrl, databaseUrl, appDatabaseUrl, platformDatabaseUrl } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const urls = { owner: databaseUrl, app: appDatabaseUrl, platform: platformDatabaseUrl };
  const ports = { port: Number(new URL(appUrl).port), sandboxPort: Number(new URL(sandboxUrl).port) };
  return buildEnvironment({ ...settings, ...ports }, readSecrets(settings.dataDir), urls);
}

/** Plays on databases of its own: what it proves must not depend on, nor leave anything in, the copy that runs here. */
const EVALUATION = "agent:evaluate";

function runCommand() {
  const args = [join(ROOT, "scripts/run.mjs"), "server/api/cli/main.ts", ...process.argv.slice(2)];
  const env = { LOG_LEVEL: "warn", ...chooseEnvironment(), LOG_DESTINATION: "stderr" };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: "inherit" });
  return new Promise((resolve) => {
    child.on("exit", (code) => resolve(code ?? 3));
  });
}

const [command, ...rest] = process.argv.slice(2);
process.exitCode = command === EVALUATION ? await evaluate(rest) : await runCommand();
