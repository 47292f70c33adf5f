// `npm run demo` and, with --dev, `npm run dev`: the whole product from a bare clone, with one command.
import { installMissing, requireNode } from "./install.mjs";
import { readSettings } from "./settings.mjs";

requireNode();
installMissing();
const { createStack } = await import("./stack.mjs");
const { welcome } = await import("./welcome.mjs");

/** Once: end everything in order. Twice: at once. */
function stopOnSignals(stack) {
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, async () => {
      if (isStopping) {
        stack.supervisor.kill();
        process.exit(1);
      }
      isStopping = true;
      console.log("\nStopping …");
      await stack.stop();
      console.log("Stopped.");
      process.exit(0);
    });
  return () => isStopping;
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
