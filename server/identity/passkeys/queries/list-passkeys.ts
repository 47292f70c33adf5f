import { listPasskeyRows } from "../repository";
import type { PasskeyView } from "../schema";

/** Somebody's own passkeys, the oldest first. */
export async function listPasskeys({ userId }: { userId: string }): Promise<PasskeyView[]> {
  const rows = await listPasskeyRows(userId);
  return rows.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt }));
}
