import { createHash } from "node:crypto";
import { createClient } from "redis";
import type { RequestCounter } from "./counter";
import { within } from "./patience";

const PATIENCE_MS = 1000;

/** The same arithmetic as `window.ts`. Redis runs it as one step; its clock decides unless a time is given. */
const SCRIPT = `
local now, granted = tonumber(ARGV[1]), tonumber(ARGV[2])
if now < 0 then local t = redis.call('TIME'); now = t[1] * 1000 + math.floor(t[2] / 1000) end
local states = {}
for i, key in ipairs(KEYS) do
  local limit, window = tonumber(ARGV[2 * i + 1]), tonumber(ARGV[2 * i + 2])
  local stored = redis.call('HMGET', key, 's', 'p', 'c')
  local started, previous, count = tonumber(stored[1] or 0), tonumber(stored[2] or 0), tonumber(stored[3] or 0)
  local start = now - now % window
  if start > started then
    if start - started == window then previous = count else previous = 0 end
    started, count = start, 0
  end
  local part = previous * (window - math.max(0, now - started))
  local left = limit - count - (part + (window - part % window) % window) / window
  granted = math.max(0, math.min(granted, left))
  states[i] = { started, previous, count, left }
end
for i, key in ipairs(KEYS) do
  local state = states[i]
  state[3] = state[3] + granted
  if state[4] <= granted then state[4] = 1 else state[4] = 0 end
  redis.call('HSET', key, 's', string.format('%.0f', state[1]), 'p', state[2], 'c', state[3])
  redis.call('PEXPIRE', key, 2 * tonumber(ARGV[2 * i + 2]))
end
return { now, granted, states }`;
const DIGEST = createHash("sha1").update(SCRIPT).digest("hex");

type State = [started: number, previous: number, count: number, over: number];
type Reply = [now: number, granted: number, states: State[]];

/** Counts in Redis, for installations that have one; windows go by themselves. */
export function redisCounter(url: string): RequestCounter {
  const client = createClient({
    url,
    // While there is no connection a request hears so at once, and is counted elsewhere.
    disableOfflineQueue: true,
    socket: { connectTimeout: PATIENCE_MS, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, 5000) },
  });
  client.on("error", () => {});
  let connecting: Promise<unknown> | undefined;
  const evaluate = async (keys: string[], args: string[]): Promise<Reply> => {
    connecting ??= client.connect();
    if (!client.isReady) await within(PATIENCE_MS, connecting, "Redis");
    const rest = [String(keys.length), ...keys, ...args];
    const send = (command: string, script: string) =>
      within(PATIENCE_MS, client.sendCommand([command, script, ...rest]), "Redis");
    const reply = await send("EVALSHA", DIGEST).catch((error: unknown) => {
      if (error instanceof Error && error.message.startsWith("NOSCRIPT")) return send("EVAL", SCRIPT);
      throw error;
    });
    return reply as unknown as Reply;
  };
  return {
    async take({ layers, units = 1, nowMs }) {
      const args = layers.flatMap(({ limit, windowMs }) => [String(limit), String(windowMs)]);
      const keys = layers.map(({ bucket }) => `limit:${bucket}`);
      const [now, granted, states] = await evaluate(keys, [String(nowMs ?? -1), String(units), ...args]);
      const counted = states.map(([startedMs, previous, count, over]) => {
        return { startedMs, previous, count, isOver: over === 1 };
      });
      return { layers: counted, granted, nowMs: now };
    },
    prune: async () => {},
    close: async () => client.destroy(),
  };
}
