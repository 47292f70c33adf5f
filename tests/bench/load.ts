import { Agent, request } from "node:http";
import { median, percentile } from "./figure";

/** One request of a load; `n` counts from 0 through all rounds, so that no two need be alike. */
export interface LoadRequest {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface Load {
  baseUrl: string;
  request: (n: number) => LoadRequest | Promise<LoadRequest>;
  /** Callers that each wait for an answer before they ask again. */
  callers: number;
  /** What counts as answered; anything else ends the measurement, because an error is fast. */
  accepts?: (status: number, body: string) => boolean;
}

export interface LoadResult {
  p50Ms: number;
  p95Ms: number;
  perSecond: number;
  count: number;
}

interface Comparison {
  rounds?: number;
  requestsPerRound?: number;
  warmUp?: number;
}

/** Measures loads in alternating rounds, so that each sees the same machine, and answers the medians of each. */
export async function compareLoads<Name extends string>(
  loads: Record<Name, Load>,
  { rounds = 5, requestsPerRound = 400, warmUp = 100 }: Comparison = {},
): Promise<Record<Name, LoadResult>> {
  const lanes = (Object.entries(loads) as [Name, Load][]).map(([name, load]) => {
    return { name, callers: openCallers(load), results: [] as LoadResult[] };
  });
  try {
    for (const lane of lanes) await lane.callers.run(warmUp);
    for (let round = 0; round < rounds; round++)
      for (const lane of lanes) lane.results.push(await lane.callers.run(requestsPerRound));
  } finally {
    for (const lane of lanes) lane.callers.close();
  }
  return Object.fromEntries(lanes.map(({ name, results }) => [name, mediansOf(results)])) as Record<Name, LoadResult>;
}

/** Measures one load alone. */
export async function measureLoad(load: Load, { rounds = 5, requestsPerRound = 400, warmUp = 100 }: Comparison = {}) {
  const callers = openCallers(load);
  try {
    await callers.run(warmUp);
    const results: LoadResult[] = [];
    for (let round = 0; round < rounds; round++) results.push(await callers.run(requestsPerRound));
    return mediansOf(results);
  } finally {
    callers.close();
  }
}

function mediansOf(results: LoadResult[]): LoadResult {
  const of = (key: keyof LoadResult) => median(results.map((result) => result[key]));
  return { p50Ms: of("p50Ms"), p95Ms: of("p95Ms"), perSecond: of("perSecond"), count: of("count") };
}

/** Callers that keep their connections from round to round. */
function openCallers(load: Load) {
  const agent = new Agent({ keepAlive: true, maxSockets: load.callers });
  let next = 0;

  async function run(count: number): Promise<LoadResult> {
    const times: number[] = [];
    const end = next + count;
    const startedAt = performance.now();
    const call = async () => {
      while (next < end) {
        const wanted = await load.request(next++);
        const sentAt = performance.now();
        await send(agent, load, wanted);
        times.push(performance.now() - sentAt);
      }
    };
    await Promise.all(Array.from({ length: load.callers }, call));
    const seconds = (performance.now() - startedAt) / 1000;
    const [p50Ms, p95Ms] = [percentile(times, 0.5), percentile(times, 0.95)];
    return { p50Ms, p95Ms, perSecond: times.length / seconds, count: times.length };
  }

  return { run, close: () => agent.destroy() };
}

function send(agent: Agent, { baseUrl, accepts }: Load, { path, method = "POST", headers, body }: LoadRequest) {
  const isGood = accepts ?? ((status: number) => status >= 200 && status < 300);
  return new Promise<void>((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const outgoing = request(
      new URL(path, baseUrl),
      { agent, method, headers: { ...length, ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          if (isGood(answer.statusCode ?? 0, text)) resolve();
          else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`));
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
