import { stat } from "node:fs";
import { expect, it } from "vitest";
import { within } from "@/server/core/request-limits/patience";

/** The process hears nothing for so long. */
function keepBusy(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

it("hears an answer that was there while the process was too busy to listen", async () => {
  const answered = new Promise<string>((resolve) => stat(".", () => resolve("counted")));
  const heard = within(200, answered, "The store");
  keepBusy(500);
  expect(await heard).toBe("counted");
});

it("gives up on who does not answer", async () => {
  const startedAt = performance.now();
  await expect(within(200, new Promise(() => {}), "The store")).rejects.toThrow("The store does not answer");
  expect(performance.now() - startedAt).toBeGreaterThan(150);
});

it("hears of a failure at once", async () => {
  await expect(within(60_000, Promise.reject(new Error("refused")), "The store")).rejects.toThrow("refused");
});
