import { Prisma } from "./generated/client";

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A row of the table with these values: PostgreSQL gives each the type of its column. Names come from the code, never from outside. */
function rowOf(table: string, values: object): { columns: Prisma.Sql; row: Prisma.Sql } {
  const given = Object.entries(values).flatMap(([field, value]) =>
    value === undefined ? [] : [[columnOf(field), value]],
  );
  const columns = Prisma.raw(given.map(([column]) => `"${column}"`).join(", "));
  const json = JSON.stringify(Object.fromEntries(given));
  const row = Prisma.sql`SELECT ${columns} FROM jsonb_populate_record(NULL::${Prisma.raw(table)}, ${json}::jsonb)`;
  return { columns, row };
}

/** What stands behind `UPDATE … SET`, by fields of a row (`startsAt` is `starts_at`); what is undefined is left alone. */
export function assignmentOf(table: string, values: object): Prisma.Sql {
  const { columns, row } = rowOf(table, values);
  return Prisma.sql`(${columns}) = (${row})`;
}

/** The statement that writes a row, by its fields as in `assignmentOf`; what is not given has the default of its column. */
export function insertionOf(table: string, values: object): Prisma.Sql {
  const { columns, row } = rowOf(table, values);
  return Prisma.sql`INSERT INTO ${Prisma.raw(table)} (${columns}) ${row}`;
}
