import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FEATURE_FLAG_NAMES, isComing } from "@/server/tenancy/rules/feature-flags";

/** Where a flag is looked at: all that runs on the server, without its own list and what Prisma generates. */
const sources = ["server", "inngest"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.includes("generated") && !name.endsWith("rules/feature-flags.ts"))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
);
const GATES = [/feature: "([\w.]+)"/g, /(?:isFeatureOn|requireFeature|isOn)\([^"()]*"([\w.]+)"\)/g];
const gated = new Set(
  sources.flatMap((text) => GATES.flatMap((gate) => [...text.matchAll(gate)].map(([, flag = ""]) => flag))),
);

it("tells operators of each flag that switches nothing yet, and of no other", () => {
  expect(FEATURE_FLAG_NAMES.filter((flag) => !isComing(flag)).sort()).toEqual([...gated].sort());
  expect([...gated].length).toBeGreaterThan(2);
});
