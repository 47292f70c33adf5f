import { describe, expect, it } from "vitest";
import { RegistrationError, readFunctions } from "@/inngest/runner/registration";
import { createRegistry, matchesName } from "@/inngest/runner/registry";

const config = (options: Record<string, unknown> = {}) => ({
  id: "app-job",
  name: "job",
  triggers: [{ event: "shop/paid" }],
  steps: { step: { id: "step", name: "step", runtime: { type: "http", url: "http://embedded.invalid/" } } },
  ...options,
});

describe("a function that can't be carried out", () => {
  const cases: [string, Record<string, unknown>][] = [
    ["triggers.0.jitter", { triggers: [{ cron: "* * * * *", jitter: "30s" }] }],
    ["someday", { someday: { limit: 1 } }],
    ["rateLimit.smoothing", { rateLimit: { limit: 1, period: "1m", smoothing: true } }],
    ["debounce.period", { debounce: { period: "a while" } }],
    ["idempotency", { idempotency: "event.data.id.lowerAscii()" }],
    ["triggers.0.cron", { triggers: [{ cron: "now and then" }] }],
    ["priority", { batchEvents: { maxSize: 10, timeout: "5s" }, priority: { run: "1" } }],
    ["steps.step.runtime.type", { steps: { step: { id: "step", name: "step", runtime: { type: "ws", url: "x" } } } }],
  ];
  it.each(cases)("is refused by id and option: %s", (option, options) => {
    expect(() => readFunctions([config(options)])).toThrow(RegistrationError);
    expect(() => readFunctions([config(options)])).toThrow(`app-job: option "${option}"`);
  });

  it("is refused when there are more than two limits, or a shared one without a key", () => {
    expect(() => readFunctions([config({ concurrency: [{ limit: 1 }, { limit: 2 }, { limit: 3 }] })])).toThrow(
      "concurrency",
    );
    expect(() => readFunctions([config({ concurrency: [{ limit: 1, scope: "env" }] })])).toThrow("concurrency");
  });

  it("is refused together with all others, in one message", () => {
    const faulty = [config({ someday: 1 }), config({ id: "app-other", never: 1 })];
    expect(() => readFunctions(faulty)).toThrow(/app-job: option "someday"[\s\S]*app-other: option "never"/);
  });
});

it("refuses two functions of one id", () => {
  expect(() => readFunctions([config(), config()])).toThrow("app-job: the id is used twice");
});

it("finds listeners by name, wildcards included", () => {
  const registry = createRegistry(
    readFunctions([config(), config({ id: "app-all", triggers: [{ event: "shop/*" }] })]),
  );
  expect(registry.listeners("shop/paid").starts.map((one) => one.config.id)).toEqual(["app-job", "app-all"]);
  expect(registry.listeners("shop/sent").starts.map((one) => one.config.id)).toEqual(["app-all"]);
  expect(matchesName("app/user.*", "app/user.created")).toBe(true);
  expect(matchesName("app/user*", "app/user.created")).toBe(false);
});
