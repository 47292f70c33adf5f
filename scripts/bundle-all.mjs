// The programs of a production copy besides the application, made where they may be written: the machine that builds.
import { bundle } from "./bundle.mjs";

for (const program of ["inngest/runner/main.ts", "server/api/cli/main.ts"]) await bundle(program);
