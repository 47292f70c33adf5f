import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { POST as callFunction } from "@/app/api/retell/[function]/route";
import { POST as deliver } from "@/app/webhooks/retell/route";

const FUNCTIONS = "/api/retell/";

/** The doors of the telephone on a port of this machine, as the application serves them. */
export async function openTelephoneDoor() {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const path = incoming.url ?? "";
    const headers = new Headers(incoming.headers as Record<string, string>);
    const request = new Request(`http://localhost${path}`, { method: "POST", headers, body: Buffer.concat(chunks) });
    const name = path.startsWith(FUNCTIONS) ? path.slice(FUNCTIONS.length) : null;
    const answer = name
      ? await callFunction(request, { params: Promise.resolve({ function: name }) })
      : await deliver(request);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
