import { MutationObserver } from "@tanstack/react-query";
import { beforeEach, expect, it } from "vitest";
import { touchedBy } from "@/components/providers/live-events";
import { makeQueryClient } from "@/components/providers/query-client";

const list = [["appointments", "list"], { type: "query" }];
const customers = [["customers", "list"], { type: "query" }];
const calls = [["calls", "list"], { type: "query" }];
let client = makeQueryClient();

beforeEach(() => {
  client = makeQueryClient();
  for (const key of [list, customers, calls]) client.setQueryData(key, []);
});

const isStale = (key: unknown[]) => client.getQueryState(key)?.isInvalidated;

it("refreshes a mutation's own context and those that it names, and no other", async () => {
  const mutation = new MutationObserver(client, {
    mutationKey: [["appointments", "reschedule"]],
    mutationFn: async () => "done",
    meta: { refresh: ["customers"] },
  });
  await mutation.mutate();
  expect([list, customers, calls].map(isStale)).toEqual([true, true, false]);
});

it("refreshes nothing after a refusal", async () => {
  const mutation = new MutationObserver(client, {
    mutationKey: [["appointments", "reschedule"]],
    mutationFn: async () => Promise.reject(new Error("refused")),
  });
  await expect(mutation.mutate()).rejects.toThrow("refused");
  expect(isStale(list)).toBe(false);
});

it("asks again after a fault, never after a refusal", () => {
  const retry = client.getDefaultOptions().queries?.retry as (failures: number, error: unknown) => boolean;
  expect(retry(0, new TypeError("Failed to fetch"))).toBe(true);
  expect(retry(0, { data: { httpStatus: 503 } })).toBe(true);
  expect(retry(0, { data: { httpStatus: 403 } })).toBe(false);
  expect(retry(2, { data: { httpStatus: 503 } })).toBe(false);
});

it("knows where an event shows, and reads everything afresh after a gap", () => {
  expect(touchedBy({ name: "appointment/booked" })).toContain("appointments");
  for (const name of ["appointment/booked", "import/finished"]) expect(touchedBy({ name })).toContain("modifications");
  expect(touchedBy({ name: "call/ended" })).toContain("calls");
  expect(touchedBy({ name: "invoice/paid" })).toEqual(["invoices"]);
  expect(touchedBy({ name: "live/ready" })).toBe("all");
});
