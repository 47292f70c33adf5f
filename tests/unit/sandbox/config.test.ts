import { expect, it } from "vitest";
import { sandboxConfig } from "@/server/sandbox/config";

it("does not play vendor in production unless it is told to", () => {
  expect(() => sandboxConfig({ NODE_ENV: "production" })).toThrow(/SANDBOX=1/);
  expect(sandboxConfig({ NODE_ENV: "production", SANDBOX: "1" }).port).toBe(3001);
});

it("reads addresses, several keys and switches", () => {
  const config = sandboxConfig({
    SANDBOX_PORT: "4001",
    APP_URL: "http://127.0.0.1:4000/",
    CALCOM_API_KEY: "cal_a, cal_b",
    SANDBOX_OPEN_EVENT_TYPES: "1",
  });
  expect(config).toMatchObject({
    port: 4001,
    appUrl: "http://127.0.0.1:4000",
    calcomApiKeys: ["cal_a", "cal_b"],
    openEventTypes: true,
  });
});
