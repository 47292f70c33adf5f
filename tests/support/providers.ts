import type { SandboxConfig } from "@/server/sandbox/config";
import { type RunningSandbox, startSandbox } from "@/server/sandbox/start-sandbox";
import { leadTo } from "./provider-door";
import { PROVIDER_KEYS } from "./provider-keys";

/** The providers as a file wants them, on their own wire formats and at the environment's address, until it stops them. */
export async function startProviders(config: Partial<SandboxConfig> = {}): Promise<RunningSandbox> {
  const sandbox = await startSandbox({ appUrl: "http://127.0.0.1:9", ...PROVIDER_KEYS, ...config });
  leadTo(sandbox.port);
  return {
    ...sandbox,
    stop: async () => {
      leadTo(null);
      await sandbox.stop();
    },
  };
}
