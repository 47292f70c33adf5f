import { expect, it } from "vitest";
import { type HealthFacts, judgeHealth, judgeStorage } from "@/server/operations/rules/health";

const fine: HealthFacts = {
  isReachable: true,
  missingMigrations: [],
  oldestWaitSeconds: 0,
  isCacheReachable: null,
  isIntegrationFailing: false,
};
const well = { status: "ok", database: "ok", queue: "ok", cache: "ok" };

it.each([
  [fine, well],
  [{ ...fine, oldestWaitSeconds: 60, isCacheReachable: true }, well],
  [
    { ...fine, oldestWaitSeconds: 61 },
    { ...well, status: "degraded", queue: "delayed" },
  ],
  [
    { ...fine, isCacheReachable: false },
    { ...well, status: "degraded", cache: "down" },
  ],
  [
    { ...fine, isIntegrationFailing: true },
    { ...well, status: "degraded" },
  ],
  [
    { ...fine, missingMigrations: ["m"] },
    { ...well, status: "down", database: "migrations_missing" },
  ],
  [
    { ...fine, isReachable: false, oldestWaitSeconds: null },
    { ...well, status: "down", database: "down", queue: "unknown" },
  ],
])("judges %o", (facts, judgement) => {
  expect(judgeHealth(facts)).toEqual(judgement);
});

it("says that a disk runs full before it has", () => {
  expect([judgeStorage(84.9), judgeStorage(85)]).toEqual(["ok", "low"]);
});
