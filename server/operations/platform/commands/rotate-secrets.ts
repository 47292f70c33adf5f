import { decrypt, encrypt, isCurrentlyEncrypted } from "@/server/core/crypto";
import { type PlatformContext, recordPlatformAudit, transactAsPlatform } from "@/server/core/platform";
import {
  listSecretColumns,
  listSecrets,
  replaceSecret,
  type SecretColumn,
  type StoredSecret,
} from "../repository/secrets";
import type { RotationReport } from "../schema";

interface Rotation {
  isDryRun: boolean;
  batch?: number;
  onProgress?: (done: number) => void;
}

type ColumnReport = RotationReport["columns"][number];

/**
 * Writes every stored secret anew under the current key, a batch in each transaction, while the application runs: it reads
 * both keys. Killed half-way it goes on where it stopped, because what is done is seen by its key. What can't be read is
 * named and left as it is.
 */
export async function rotateSecrets(ctx: PlatformContext, rotation: Rotation): Promise<RotationReport> {
  const found = await transactAsPlatform(ctx, listSecretColumns);
  const columns: ColumnReport[] = [];
  for (const place of found) columns.push(await rotateColumn(ctx, { place, ...rotation }));
  const rewritten = columns.reduce((sum, column) => sum + column.rewritten, 0);
  if (!rotation.isDryRun)
    await transactAsPlatform(ctx, async (tx) => {
      const counts = Object.fromEntries(columns.map((column) => [column.column, column.rewritten]));
      recordPlatformAudit(tx, {
        logName: "security",
        action: "edit_platform",
        after: { rotatedSecrets: rewritten, counts },
      });
    });
  return { columns, isDryRun: rotation.isDryRun };
}

async function rotateColumn(
  ctx: PlatformContext,
  { place, isDryRun, batch = 100, onProgress }: Rotation & { place: SecretColumn },
) {
  const report: ColumnReport = { column: `${place.table}.${place.column}`, total: 0, rewritten: 0, unreadable: [] };
  for (let after: string | null = null; ; ) {
    const secrets: StoredSecret[] = await transactAsPlatform(ctx, async (tx) => {
      const rows = await listSecrets(tx, { ...place, after, limit: batch });
      for (const secret of rows) {
        const fresh = rewrite(secret, report);
        if (
          fresh &&
          (isDryRun || (await replaceSecret(tx, { ...place, id: secret.id, before: secret.value, after: fresh })))
        )
          report.rewritten += 1;
      }
      return rows;
    });
    report.total += secrets.length;
    onProgress?.(report.total);
    if (secrets.length < batch) return report;
    after = secrets.at(-1)?.id ?? null;
  }
}

/** The same secret under the current key; null for one that is there already, or that nobody can read. */
function rewrite({ id, value }: StoredSecret, report: ColumnReport): string | null {
  const place = { column: report.column, rowId: id };
  try {
    const plain = decrypt(value, place);
    return isCurrentlyEncrypted(value) ? null : encrypt(plain, place);
  } catch {
    report.unreadable.push(id);
    return null;
  }
}
