// The processes of a copy, each as the supervisor wants it: how to launch, and when it is ready.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { waitUntil } from "./processes.mjs";
import { plantWorld } from "./sandbox-world.mjs";
import { ROOT } from "./settings.mjs";

const READY_MS = 120_000;

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

const launchNode =
  (args, env, cwd = ROOT) =>
  () =>
    spawn(process.execPath, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });

/** A program in TypeScript: bundled, or watching its sources in development. */
const script = (settings, file) =>
  settings.isDev
    ? ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", file]
    : ["--enable-source-maps", "scripts/run.mjs", file];

const whenItSays = (words) => async (child, output) => {
  await waitUntil(() => output().includes(words) || hasEnded(child), { timeoutMs: READY_MS });
  return output().includes(words) && !hasEnded(child);
};

/** Ready when the health check says so; where it does not, what it said last is part of the log. */
const whenHealthy = (url) => async (child, _output, log) => {
  let answer = "no answer";
  const isHealthy = async () => {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (response) answer = `${response.status} ${(await response.text()).slice(0, 300)}`;
    return response?.ok === true;
  };
  await waitUntil(async () => hasEnded(child) || (await isHealthy()), { timeoutMs: READY_MS, everyMs: 150 });
  const isReady = !hasEnded(child) && (await isHealthy());
  if (!isReady) log(`${url}: ${answer}\n`);
  return isReady;
};

/** The database server; SIGINT is its fast shutdown, which needs no client to leave first. */
export function databaseUnit(server) {
  return { name: "database", launch: server.launch, ready: server.ready, stopSignal: "SIGINT", graceMs: 10_000 };
}

const SANDBOX_IS_UP = "sandbox ready";

/**
 * The providers' doubles; ready when they know the demo's businesses, which a restart makes them forget, also one by which a
 * change of their sources takes effect.
 */
export function sandboxUnit(settings, env, readWorld) {
  const launch = launchNode(script(settings, "server/sandbox/main.ts"), env);
  const isUp = whenItSays(SANDBOX_IS_UP);
  const plant = async (world) => plantWorld(`http://127.0.0.1:${settings.sandboxPort}`, await world);
  const plantAgain = (chunk) => {
    if (String(chunk).includes(SANDBOX_IS_UP)) plant(readWorld()).catch((error) => console.error(error.message));
  };
  const ready = async (child, output) => {
    // Read while it starts: what is known by now, not when the copy was started.
    const world = readWorld();
    world.catch(() => {});
    if (!(await isUp(child, output))) return false;
    if (settings.isDev) child.stdout.on("data", plantAgain);
    return plant(world).then(
      () => true,
      (error) => console.error(error.message),
    );
  };
  return { name: "sandbox", launch, ready, isTalkative: true };
}

/** The job runner in a process of its own. */
export function runnerUnit(settings, env) {
  const launch = launchNode(script(settings, "inngest/runner/main.ts"), { ...env, RUNNER: "off" });
  return { name: "runner", launch, ready: whenItSays("runner ready"), isTalkative: true };
}

/** Next.js notes its build folder in the tsconfig.json that it is given: a second copy's goes into one of its own. */
function ownDevBuild({ devBuildDir }) {
  if (devBuildDir === ".next") return {};
  const file = `${devBuildDir}.tsconfig.json`;
  const root = relative(dirname(join(ROOT, file)), ROOT) || ".";
  const include = ["**/*.ts", "**/*.tsx"].map((pattern) => join(root, pattern));
  mkdirSync(dirname(join(ROOT, file)), { recursive: true });
  writeFileSync(join(ROOT, file), JSON.stringify({ extends: `${root}/tsconfig.json`, include }));
  return { BUILD_DIR: devBuildDir, BUILD_TSCONFIG: file };
}

/** The app: the standalone production server, or Next.js with hot reload. It listens on this machine only. */
export function appUnit(settings, environment, folder) {
  const env = { ...environment, RUNNER: settings.isInline ? "inline" : "off" };
  const address = { ...env, PORT: String(settings.port), HOSTNAME: "127.0.0.1" };
  const dev = ["node_modules/next/dist/bin/next", "dev", "--port", String(settings.port), "--hostname", "localhost"];
  const launch = settings.isDev
    ? launchNode(dev, { ...env, ...ownDevBuild(settings) })
    : launchNode(["--enable-source-maps", join(folder, "server.js")], address, folder);
  return { name: "app", launch, ready: whenHealthy(`${env.APP_URL}/api/health`), isTalkative: true };
}
