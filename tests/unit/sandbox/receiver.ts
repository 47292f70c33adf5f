import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  raw: string;
}

type Answer = { status?: number; body?: unknown };

/** Stands where the product stands: takes what the vendors send, remembers it, and answers as told. */
export async function startReceiver(answer: (received: Received) => Answer | undefined = () => undefined) {
  const received: Received[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const message = {
      path: incoming.url ?? "",
      headers: incoming.headers,
      raw: Buffer.concat(chunks).toString("utf8"),
    };
    const { status = 200, body = {} } = answer(message) ?? {};
    received.push(message);
    outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
