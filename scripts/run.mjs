// `node scripts/run.mjs <program.ts> [arguments]`: a program of this project in TypeScript, as if Node read it. It is bundled first,
// unless it was: a start takes a third of what it takes when each module is asked for and translated by itself.
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";

const [node, , program, ...args] = process.argv;
const file = await bundle(program);
process.argv = [node, file, ...args];
await import(pathToFileURL(file).href);
