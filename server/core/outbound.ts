import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { env } from "./env";
import { AppError } from "./errors";
import { isLoopback, isPublicAddress } from "./public-address";

export interface OutboundRequest {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
  maxBytes?: number;
  maxMs?: number;
  /** Who answers which addresses a name has; a double in tests. */
  resolve?: (host: string) => Promise<string[]>;
  /** A demo's doubles live on this machine, without https. */
  allowsLoopback?: boolean;
}

export interface OutboundAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
}

const MAX_REDIRECTS = 3;
const refused = (reason: string) => new AppError({ code: "VALIDATION_ERROR", reason });
const failed = (cause?: unknown) =>
  new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "address_failed" }, { cause });

const resolveName = async (host: string): Promise<string[]> =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/**
 * Asks an address that a tenant has given us. It never reaches anything but the public internet: the name is resolved
 * once, every address that it has must be public, and the connection goes to the one that was looked at. Each redirect is
 * looked at in the same way.
 */
export async function fetchPublic(address: string, request: OutboundRequest = {}): Promise<OutboundAnswer> {
  const deadline = AbortSignal.timeout(request.maxMs ?? 10_000);
  let url = address;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const answer = await askOnce(url, { ...request, deadline });
    const next = answer.headers.location;
    if (answer.status < 300 || answer.status >= 400 || !next || request.method === "POST") return answer;
    if (!URL.canParse(next, url)) throw failed();
    url = new URL(next, url).href;
  }
  throw failed();
}

async function askOnce(text: string, request: OutboundRequest & { deadline: AbortSignal }): Promise<OutboundAnswer> {
  const allowsLoopback = request.allowsLoopback ?? env().DEMO === "1";
  if (!URL.canParse(text)) throw refused("address_invalid");
  const url = new URL(text);
  const pinned = await findAddress(url, { allowsLoopback, resolve: request.resolve ?? resolveName });
  const isPlain = url.protocol === "http:" && allowsLoopback && isLoopback(pinned);
  if (!isPlain && url.protocol !== "https:") throw refused("address_not_https");
  if (url.username || url.password) throw refused("address_with_password");
  return exchange(url, { ...request, pinned });
}

/** The one address to connect to; throws when any that the name has is not public. */
async function findAddress(
  { hostname }: URL,
  { allowsLoopback, resolve }: { allowsLoopback: boolean; resolve: (host: string) => Promise<string[]> },
): Promise<string> {
  const host = hostname.replace(/^\[|\]$/g, "");
  const found = isIP(host) ? [host] : await resolve(host).catch((cause: unknown) => Promise.reject(failed(cause)));
  const [first] = found;
  if (!first) throw failed();
  const isFine = (one: string) => isPublicAddress(one) || (allowsLoopback && isLoopback(one));
  if (!found.every(isFine)) throw refused("address_not_public");
  return first;
}

function exchange(
  url: URL,
  {
    pinned,
    deadline,
    method = "GET",
    headers,
    body,
    maxBytes = 1_000_000,
  }: OutboundRequest & { pinned: string; deadline: AbortSignal },
): Promise<OutboundAnswer> {
  const { request } = url.protocol === "https:" ? https : http;
  const family = isIP(pinned);
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      ...{ method, headers, signal: deadline, agent: false },
      lookup: (_host, { all }, done) => (all ? done(null, [{ address: pinned, family }]) : done(null, pinned, family)),
    });
    asked.once("error", (cause) => reject(failed(cause)));
    asked.once("response", (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on("data", (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size <= maxBytes) return;
        reject(failed());
        asked.destroy();
      });
      answer.once("error", (cause) => reject(failed(cause)));
      answer.once("end", () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.end(body);
  });
}
