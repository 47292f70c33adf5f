import { sandboxConfig } from "./config";
import { startSandbox } from "./start-sandbox";

const running = await startSandbox(sandboxConfig(process.env));
console.log(`sandbox ready at ${running.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void running.stop().then(() => process.exit(0)));
}
