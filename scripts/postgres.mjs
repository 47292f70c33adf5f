// The embedded PostgreSQL for demo, development and tests: a real server, as a child process of ours.
import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import pg from "pg";
import { choosePostgresHome } from "./postgres-home.mjs";
import { commandOf, endProcess, findFreePort, waitUntil } from "./processes.mjs";

const settings = [
  "listen_addresses=127.0.0.1",
  "max_connections=200",
  // An error's details carry values of rows: they are for the client, not for the log.
  "log_error_verbosity=terse",
];
/** Only where the data may be lost with the machine: never where a process is killed to prove something. */
const fastSettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Makes a data folder ready, and answers how to launch its server. A server that a killed run left behind is shut
 * down first, so that whoever launches is always the parent and can watch and restart it. `nearUrl` is for processes of the
 * same account or of root: a socket of the file system costs less than the network.
 */
export async function preparePostgres({ dir, port = 0, password = "postgres", fast = false }) {
  const home = choosePostgresHome(dir);
  await endLeftover(home.dataDir);
  if (!existsSync(join(home.dataDir, "PG_VERSION"))) initialise(home, { password, fast });
  const chosenPort = port || (await findFreePort());
  const sockets = socketsIn(home.dataDir);
  const own = [`unix_socket_directories=${sockets ? "." : ""}`, ...(fast ? fastSettings : [])];
  const flags = [...settings, ...own].flatMap((setting) => ["-c", setting]);
  const url = (database) => `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${chosenPort}/${database}`;
  return {
    port: chosenPort,
    folder: home.folder,
    url,
    nearUrl: (database) => (sockets ? `${url(database)}?host=${encodeURIComponent(sockets)}` : url(database)),
    launch: () =>
      spawn(join(home.binaries, "bin", "postgres"), ["-D", home.dataDir, "-p", String(chosenPort), ...flags], {
        ...home.account,
        cwd: home.dataDir,
        detached: true,
        env: { ...process.env, LC_ALL: "C" },
        stdio: ["ignore", "pipe", "pipe"],
      }),
    ready: (child) => waitForAnswer(url("postgres"), child),
  };
}

/** What the file system takes as the name of a socket, on Linux 107 characters and on macOS 103. */
const LONGEST_SOCKET = 103;

/** In the data folder, which nobody else can enter; null where it lies too deep, or the system knows no such sockets. */
function socketsIn(dataDir) {
  const isShort = Buffer.byteLength(`${dataDir}/.s.PGSQL.65535`) <= LONGEST_SOCKET;
  return isShort && isAbsolute(dataDir) && process.platform !== "win32" ? dataDir : null;
}

/** Starts a server and answers when it takes connections; `stop` ends it, and a lost one never outlives us. */
export async function startPostgres({ dir, port = 0, password = "postgres", persistent = true, fast = false }) {
  const server = await preparePostgres({ dir, port, password, fast });
  const child = server.launch();
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      output = (output + chunk).slice(-4000);
    });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const abandon = () => child.kill("SIGQUIT");
  process.once("exit", abandon);
  if (!(await server.ready(child))) throw new Error(`PostgreSQL did not start:\n${output}`);
  return {
    port: server.port,
    url: server.url,
    nearUrl: server.nearUrl,
    stop: async () => {
      process.off("exit", abandon);
      child.kill("SIGINT");
      await exited;
      if (!persistent) rmSync(server.folder, { recursive: true, force: true });
    },
  };
}

/** Put in place whole, so that an interrupted start is never taken for a data folder. */
function initialise({ binaries, dataDir, account }, { password, fast }) {
  const half = `${dataDir}.half`;
  const passwordFile = `${dataDir}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined) for (const path of [half, passwordFile]) chownSync(path, account.uid, account.gid);
  const flags = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const owner = ["--auth=scram-sha-256", "--username=postgres", `--pwfile=${passwordFile}`];
  const result = spawnSync(
    join(binaries, "bin", "initdb"),
    [`--pgdata=${half}`, ...owner, ...flags, ...(fast ? ["--no-sync"] : [])],
    { ...account, cwd: dirname(dataDir), encoding: "utf8", env: { ...process.env, LC_ALL: "C" } },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) throw new Error(`PostgreSQL could not create its data:\n${result.error ?? result.stderr}`);
  renameSync(half, dataDir);
}

/** A pid file may name a server that a killed run left behind, or, stale, a process that has nothing to do with us. */
async function endLeftover(dataDir) {
  const pidFile = join(dataDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (commandOf(pid).includes(dataDir)) await endProcess(pid, { signal: "SIGINT", graceMs: 10_000 });
  else rmSync(pidFile, { force: true });
  // A killed server leaves its socket, and each start has another port.
  for (const name of readdirSync(dataDir).filter((file) => file.startsWith(".s.PGSQL."))) rmSync(join(dataDir, name));
}

async function waitForAnswer(url, child) {
  const answers = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return true;
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on("error", () => {});
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  };
  const answered = await waitUntil(answers, { timeoutMs: 60_000 });
  return answered && child.exitCode === null && child.signalCode === null;
}
