import { expect, it } from "vitest";
import { judgeHealth } from "@/server/operations/rules/health";

const fine = { isReachable: true, missingMigrations: [], oldestWaitSeconds: 0 };

it.each([
  [fine, { status: "ok", database: "ok", queue: "ok" }],
  [
    { ...fine, oldestWaitSeconds: 60 },
    { status: "ok", database: "ok", queue: "ok" },
  ],
  [
    { ...fine, oldestWaitSeconds: 61 },
    { status: "degraded", database: "ok", queue: "delayed" },
  ],
  [
    { ...fine, missingMigrations: ["m"] },
    { status: "down", database: "migrations_missing", queue: "ok" },
  ],
  [
    { ...fine, isReachable: false, oldestWaitSeconds: null },
    { status: "down", database: "down", queue: "unknown" },
  ],
])("judges %o", (facts, judgement) => {
  expect(judgeHealth(facts)).toEqual(judgement);
});
