import type { AddressInfo } from "node:net";
import { tellOfMeetings } from "./calcom/meetings";
import { calcomProvider } from "./calcom/provider";
import type { SandboxConfig } from "./config";
import { createSandboxServer } from "./http/serve";
import { pageRoutes } from "./page/page-routes";
import { resendProvider } from "./resend/provider";
import { retellProvider } from "./retell/provider";
import { recordingRoutes } from "./retell/recording-routes";
import { createSandbox } from "./sandbox";
import { calcomRoutes } from "./steering/calcom-routes";
import { calendarRoutes } from "./steering/calendar-routes";
import { messageRoutes } from "./steering/message-routes";
import { ownRoutes } from "./steering/own-routes";
import { telephoneRoutes } from "./steering/telephone-routes";
import { twilioProvider } from "./twilio/provider";

/** More often than over there, where it is once a minute: somebody is watching. */
const MEETINGS_EVERY_MS = 15_000;

export interface RunningSandbox {
  url: string;
  port: number;
  stop(): Promise<void>;
}

/** Starts the doubles of all vendors on one loopback port; port 0 takes a free one. */
export async function startSandbox(config: SandboxConfig): Promise<RunningSandbox> {
  const sandbox = createSandbox(config);
  const server = createSandboxServer({
    providers: [calcomProvider(sandbox), retellProvider(sandbox), twilioProvider(sandbox), resendProvider(sandbox)],
    own: [ownRoutes, messageRoutes, calcomRoutes, calendarRoutes, telephoneRoutes, recordingRoutes]
      .flatMap((routesOf) => routesOf(sandbox))
      .concat(pageRoutes()),
    faults: sandbox.faults,
    deliveries: sandbox.deliveries,
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  sandbox.address = `http://127.0.0.1:${port}`;
  const meetings = setInterval(() => sandbox.deliveries.background(() => tellOfMeetings(sandbox)), MEETINGS_EVERY_MS);
  return {
    url: sandbox.address,
    port,
    async stop() {
      clearInterval(meetings);
      await sandbox.deliveries.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
