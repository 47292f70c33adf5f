// `node scripts/prisma.mjs <args>`: the Prisma CLI, with the WASM schema engine unless PRISMA_NATIVE=1.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const env = { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" };
if (!process.env.PRISMA_NATIVE)
  env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL("./schema-engine.mjs", import.meta.url));
process.exit(
  spawnSync(
    process.execPath,
    [fileURLToPath(new URL("../node_modules/prisma/build/index.js", import.meta.url)), ...process.argv.slice(2)],
    { stdio: "inherit", env },
  ).status ?? 1,
);
