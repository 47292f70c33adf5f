// `npm run demo` and, with --dev, `npm run dev`: the whole product from a bare clone, with one command.
import { installMissing, requireNode } from "./install.mjs";
import { readSettings } from "./settings.mjs";

requireNode();
installMissing();
const { createStack } = await import("./stack.mjs");
const { welcome } = await import("./welcome.mjs");

/** A terminal sends Ctrl-C to npm and to us, and npm passes it on: the same one, not a second one. */
const SAME_SIGNAL_MS = 1000;

/** Once: end everything in order. Twice: at once. */
function stopOnSignals(stack) {
  let stoppingSince = 0;
  async function stop() {
    stoppingSince = Date.now();
    console.log("\nStopping …");
    await stack.stop();
    console.log("Stopped.");
    process.exit(0);
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => {
      if (!stoppingSince) return stop();
      if (Date.now() - stoppingSince < SAME_SIGNAL_MS) return;
      stack.supervisor.kill();
      process.exit(1);
    });
  onParentGone(() => stoppingSince || stop());
  return () => stoppingSince > 0;
}

/** Where npm or its shell is killed without a word to us, we were meant too. */
function onParentGone(act) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && act(), 500).unref();
}

async function main() {
  const settings = { ...readSettings(), isDev: process.argv.includes("--dev") };
  const stack = createStack(settings);
  const isStopping = stopOnSignals(stack);
  try {
    console.log(welcome(await stack.start(), settings));
  } catch (error) {
    if (isStopping()) return;
    await stack.stop();
    throw error;
  }
}

await main().catch((error) => {
  console.error(`\n${error.message}`);
  process.exit(1);
});
