import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface SentEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
}

/** Plays the door through which Inngest takes events: `POST /e/<event key>` with a list. */
export async function openEventDoor(eventKey: string) {
  const taken: SentEvent[] = [];
  const state = { isBroken: false, refused: 0 };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const events = [JSON.parse(await text(request))].flat() as SentEvent[];
    const isKnown = request.method === "POST" && request.url === `/e/${eventKey}`;
    const status = !isKnown ? 401 : state.isBroken ? 500 : 200;
    if (status === 200) taken.push(...events);
    else state.refused++;
    response.writeHead(status, { "content-type": "application/json" });
    response.end(
      JSON.stringify(status === 200 ? { status, ids: events.map(({ id }) => id) } : { status, error: "no" }),
    );
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    state,
    close: () => new Promise<unknown>((resolve) => server.close(resolve)),
  };
}
