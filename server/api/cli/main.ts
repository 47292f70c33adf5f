import { text } from "node:stream/consumers";
import { runCli } from "./program";

// What a program reads from us may be long: the process ends by itself once it was written.
process.exitCode = await runCli(process.argv.slice(2), {
  out: (written) => void process.stdout.write(written),
  err: (written) => void process.stderr.write(written),
  readInput: () => text(process.stdin),
  isWatched: process.stderr.isTTY === true,
});
