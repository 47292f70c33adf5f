import { expect, it } from "vitest";
import { shapeOf } from "@/server/core/slow-query";

it.each([
  [
    'SELECT "public"."customers"."id" FROM "public"."customers" WHERE "id" = $1',
    "SELECT customers.id FROM customers WHERE id = ?",
  ],
  ["SELECT 1 WHERE name = 'O''Neill' AND code = 4711 AND x = 1.5", "SELECT ? WHERE name = ? AND code = ? AND x = ?"],
  ["SELECT *\n   FROM t2\n  WHERE a = $12::uuid", "SELECT * FROM t2 WHERE a = ?::uuid"],
  ["SET LOCAL app.company_id = '0198-x'", "SET LOCAL app.company_id = ?"],
])("%s has the shape %s", (text, shape) => expect(shapeOf(text)).toBe(shape));

it("has one shape for lists and rows of every length", () => {
  const list = (count: number) => Array.from({ length: count }, (_, at) => `$${at + 1}`).join(",");
  const select = (count: number) => `SELECT id FROM t WHERE id IN (${list(count)}) AND x = $${count + 1}`;
  expect(shapeOf(select(2))).toBe(shapeOf(select(40)));
  const insert = (count: number) => `INSERT INTO t VALUES ${Array.from({ length: count }, () => "($1,$2)").join(",")}`;
  expect(shapeOf(insert(2))).toBe(shapeOf(insert(40)));
});
