import { NonRetriableError } from "inngest";
import { afterAll, expect, it } from "vitest";
import { eachCompany } from "@/inngest/each-company";
import { createTables, startTestRunner } from "./harness";

const tables = createTables();
afterAll(() => tables.close());

it("does the same for each company: one that fails is tried again alone, counted, and holds up nobody", async () => {
  const tries: string[] = [];
  const { runner, client } = await startTestRunner({
    functions: (own) => [
      own.createFunction({ id: "sweep", triggers: [{ event: "test/sweep" }], retries: 1 }, ({ step }) =>
        eachCompany(step, { name: "work-for", companyIds: ["a", "passing", "final", "z"] }, async (id) => {
          tries.push(id);
          if (id === "final") throw new NonRetriableError("never");
          if (id === "passing" && tries.filter((one) => one === id).length === 1) throw new Error("not yet");
        }),
      ),
    ],
  });
  await client.send({ name: "test/sweep", data: {} });
  const [run] = await tables.endedRuns("test-sweep", 1);
  await runner.stop();
  expect(run).toMatchObject({ status: "completed", output: { done: 3, failed: 1 } });
  expect(tries.toSorted()).toEqual(["a", "final", "passing", "passing", "z"]);
  expect(tries.indexOf("z")).toBeLessThan(tries.lastIndexOf("passing"));
});
