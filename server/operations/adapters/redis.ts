import { createClient } from "redis";

const PATIENCE_MS = 1000;

/** Whether Redis answers; on a connection of its own, which tells nothing of how busy the others are. */
export async function pingRedis(url: string): Promise<boolean> {
  const client = createClient({ url, socket: { connectTimeout: PATIENCE_MS, reconnectStrategy: false } });
  client.on("error", () => {});
  const late = setTimeout(() => client.destroy(), PATIENCE_MS);
  try {
    await client.connect();
    return (await client.ping()) === "PONG";
  } catch {
    return false;
  } finally {
    clearTimeout(late);
    if (client.isOpen) client.destroy();
  }
}
