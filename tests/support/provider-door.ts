import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

let door: Server | undefined;
let portBehind: number | null = null;

/**
 * The one address of all providers in this process. The environment is read once, but a sandbox comes and goes with the
 * file that wants it: the door stays, and meanwhile nobody answers.
 */
export async function openProviderDoor(): Promise<string> {
  door ??= await listen();
  return `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
}

/** Who answers at the door from now on. */
export function leadTo(port: number | null): void {
  portBehind = port;
}

async function listen(): Promise<Server> {
  const server = createServer(lead);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server.unref();
}

function lead(caller: Socket): void {
  if (portBehind === null) {
    caller.resetAndDestroy();
    return;
  }
  const provider = connect(portBehind, "127.0.0.1");
  caller.pipe(provider).pipe(caller);
  provider.on("error", () => caller.resetAndDestroy());
  caller.on("error", () => provider.destroy());
}
