import { describe, expect, it } from "vitest";
import { ConfigurationError, readJobsMode } from "@/inngest/runner/mode";

describe("the jobs run", () => {
  it("embedded when nothing of Inngest is set", () => {
    expect(readJobsMode({})).toBe("embedded");
    expect(readJobsMode({ INNGEST_DEV: "0", INNGEST_EVENT_KEY: "" })).toBe("embedded");
  });

  it("on a server with both keys, or with the dev server", () => {
    expect(readJobsMode({ INNGEST_EVENT_KEY: "e", INNGEST_SIGNING_KEY: "s", NODE_ENV: "production" })).toBe("server");
    expect(readJobsMode({ INNGEST_DEV: "1", NODE_ENV: "development" })).toBe("server");
  });
});

describe("the start fails", () => {
  const cases: [string, Record<string, string>][] = [
    ["INNGEST_SIGNING_KEY", { INNGEST_EVENT_KEY: "e" }],
    ["INNGEST_EVENT_KEY", { INNGEST_SIGNING_KEY: "s" }],
    ["INNGEST_BASE_URL", { INNGEST_BASE_URL: "https://jobs.example" }],
    ["INNGEST_DEV", { INNGEST_DEV: "1", NODE_ENV: "production" }],
    ["INNGEST_DEV", { INNGEST_DEV: "1", NODE_ENV: "production", INNGEST_EVENT_KEY: "e", INNGEST_SIGNING_KEY: "s" }],
  ];
  it.each(cases)("naming %s", (name, variables) => {
    expect(() => readJobsMode(variables)).toThrow(ConfigurationError);
    expect(() => readJobsMode(variables)).toThrow(name);
  });
});
