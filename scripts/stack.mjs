// A whole copy of the product: database, sandbox, job runner and app, started in order and kept running.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild, ensureClient, publishBuild } from "./build.mjs";
import { takeDataFolder } from "./data-folder.mjs";
import { createDatabase, createRoles, roleUrls } from "./database.mjs";
import { plantDemoData, readStandingWorld, writeDemoFile } from "./demo-data.mjs";
import { buildEnvironment } from "./environment.mjs";
import { connectExternal } from "./external-database.mjs";
import { migrateDeploy } from "./migrate-deploy.mjs";
import { preparePostgres } from "./postgres.mjs";
import { findFreePort, isPortTaken } from "./processes.mjs";
import { readSecrets } from "./secrets.mjs";
import { ROOT } from "./settings.mjs";
import { createSupervisor } from "./supervisor.mjs";
import { appUnit, databaseUnit, runnerUnit, sandboxUnit } from "./units.mjs";

/**
 * A copy: `start` answers `{demo, demoFile, environment, superuserUrl}` when it serves, `stop` ends it in order, also
 * half-way through a start. `overrides` are for tests and the bench: they win over the children's environment.
 */
export function createStack(settings, { say = console.log, overrides = {} } = {}) {
  let folder;
  const kept = [settings.dataDir];
  let running;
  const supervisor = createSupervisor({
    dataDir: settings.dataDir,
    say,
    onChange: (units) => folder?.note(units),
    isVerbose: settings.isDev,
  });
  return {
    supervisor,
    async start() {
      folder = await takeDataFolder(settings.dataDir);
      await requireFreePorts(settings);
      running = await startUnits(settings, { supervisor, say, overrides, kept });
      return running;
    },
    /** A second app process on the same database, as a larger installation has several; answers its address. */
    async addApp() {
      const port = await findFreePort();
      const url = `http://localhost:${port}`;
      const unit = appUnit({ ...settings, port }, { ...running.environment, APP_URL: url }, running.appFolder);
      await supervisor.start({ ...unit, name: `app-${port}` });
      return url;
    },
    async stop() {
      await supervisor.stop();
      folder?.release();
    },
    /** Forgets the copy for good: for throw-away ones, after `stop`. */
    discard() {
      for (const path of kept) rmSync(path, { recursive: true, force: true });
    },
  };
}

async function startUnits(settings, { supervisor, say, overrides, kept }) {
  const step = createSteps(say);
  const secrets = readSecrets(settings.dataDir);
  const { urls, nearUrls, superuserUrl } = await openDatabase(settings, secrets, { supervisor, kept });
  step("database is up");
  const environment = { ...buildEnvironment(settings, secrets, nearUrls), ...overrides };
  if (await ensureClient()) step("database client generated");
  await migrateDeploy(urls.owner, join(ROOT, "prisma/migrations"), () => {});
  const { calcomWorld, retellWorld, ...manifest } = await plantDemoData(environment, step);
  const readWorld = async () => ({ calcomWorld: await asItStands(calcomWorld, environment), retellWorld });
  await supervisor.start(sandboxUnit(settings, environment, readWorld));
  step("sandbox is up");
  const appFolder = settings.isDev ? ROOT : await buildApp(settings, step);
  if (!settings.isInline) {
    await supervisor.start(runnerUnit(settings, environment));
    step("job runner is up");
  }
  await supervisor.start(appUnit(settings, environment, appFolder));
  step("app is up");
  const demo = { ...describe(settings, urls), ...manifest };
  return { demo, demoFile: writeDemoFile(settings.dataDir, demo), environment, superuserUrl, appFolder };
}

function createSteps(say) {
  const startedAt = performance.now();
  return (text) => say(`• ${text} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
}

async function openDatabase(settings, { databasePasswords }, { supervisor, kept }) {
  if (settings.external) {
    const urls = await connectExternal(settings.external, databasePasswords);
    return { urls, nearUrls: urls };
  }
  const password = databasePasswords.superuser;
  const server = await preparePostgres({ dir: join(settings.dataDir, "postgres"), password });
  kept.push(server.folder);
  await supervisor.start(databaseUnit(server));
  const superuserUrl = server.url("postgres");
  await createRoles(superuserUrl, databasePasswords);
  await createDatabase(superuserUrl, settings.database);
  const urlsFrom = (url) => roleUrls(url, settings.database, databasePasswords);
  return { urls: urlsFrom(superuserUrl), nearUrls: urlsFrom(server.nearUrl("postgres")), superuserUrl };
}

/** Its calendar has to know what the product believes to stand in it, also what was brought there or registered since. */
async function asItStands(calcomWorld, environment) {
  if (!calcomWorld) return calcomWorld;
  const { eventTypes, ...standing } = await readStandingWorld(environment);
  return { ...calcomWorld, ...standing, eventTypes: [...calcomWorld.eventTypes, ...eventTypes] };
}

async function buildApp(settings, step) {
  if (await ensureBuild()) step("app built for production");
  return publishBuild(settings.dataDir);
}

function describe({ port, sandboxPort }, urls) {
  return {
    appUrl: `http://localhost:${port}`,
    sandboxUrl: `http://localhost:${sandboxPort}`,
    databaseUrl: urls.owner,
    appDatabaseUrl: urls.app,
    platformDatabaseUrl: urls.platform,
  };
}

async function requireFreePorts({ port, sandboxPort }) {
  if (port === sandboxPort) throw new Error(`PORT and SANDBOX_PORT are both ${port}: give them different values.`);
  for (const [name, value] of Object.entries({ PORT: port, SANDBOX_PORT: sandboxPort }))
    if (await isPortTaken(value))
      throw new Error(`Port ${value} is in use by another program: choose another one with ${name}=${value + 100}.`);
}
