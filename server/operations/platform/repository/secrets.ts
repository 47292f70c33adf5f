import { Prisma } from "@/server/core/generated/client";
import type { PlatformTransaction } from "@/server/core/platform";

export interface SecretColumn {
  table: string;
  column: string;
}

export interface StoredSecret {
  id: string;
  value: string;
}

/** Every column that holds secrets, as the catalogue knows them: by their names. */
export async function listSecretColumns({ tx }: PlatformTransaction): Promise<SecretColumn[]> {
  return tx.$queryRaw<SecretColumn[]>`
    SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.column_name LIKE '%\_encrypted' ORDER BY 1, 2`;
}

const named = ({ table, column }: SecretColumn) => ({
  table: Prisma.raw(`"${table}"`),
  column: Prisma.raw(`"${column}"`),
});

/** The next values in the order of their rows, whichever key they are encrypted under. */
export async function listSecrets(
  { tx }: PlatformTransaction,
  where: SecretColumn & { after: string | null; limit: number },
): Promise<StoredSecret[]> {
  const { table, column } = named(where);
  return tx.$queryRaw<StoredSecret[]>`
    SELECT id::text, ${column} AS value FROM ${table}
    WHERE ${column} IS NOT NULL AND (${where.after}::uuid IS NULL OR id > ${where.after}::uuid) ORDER BY id LIMIT ${where.limit}`;
}

/** Writes a secret anew, unless somebody has changed it in the meantime: then theirs is new anyway. */
export async function replaceSecret(
  { tx }: PlatformTransaction,
  { before, after, id, ...where }: SecretColumn & { id: string; before: string; after: string },
): Promise<boolean> {
  const { table, column } = named(where);
  const count = await tx.$executeRaw`
    UPDATE ${table} SET ${column} = ${after} WHERE id = ${id}::uuid AND ${column} = ${before}`;
  return count === 1;
}
