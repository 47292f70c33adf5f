import { describe, expect, it } from "vitest";
import { requireChromium } from "../../../scripts/chromium.mjs";
import { maySeed } from "../../../scripts/demo-data.mjs";
import { readSettings } from "../../../scripts/settings.mjs";

describe("a copy's settings", () => {
  it("start on the usual ports and the usual folder", () => {
    expect(readSettings({})).toMatchObject({ port: 3000, sandboxPort: 3001, external: null, devBuildDir: ".next" });
  });

  it("refuse what is no port", () => {
    expect(() => readSettings({ PORT: "drei" })).toThrow('PORT must be a port number, not "drei"');
  });

  it.each([
    [".data-2", ".data-2/next"],
    ["/somewhere/else", /^\.next-[0-9a-f]{8}$/],
  ])("give the development build of %s a folder of its own inside the project", (dataDir, expected) => {
    expect(readSettings({ DATA_DIR: dataDir }).devBuildDir).toMatch(expected);
  });
});

it.each([
  ["askproai_dev", true],
  ["demo_test", true],
  ["askproai", false],
  ["developer", false],
])("plants demo data in a database named %s: %s", (name, expected) => {
  expect(maySeed(`postgresql://u:p@127.0.0.1:5432/${name}`)).toBe(expected);
});

describe("the browser for the tests", () => {
  it("is asked for by name when there is none", () => {
    expect(() => requireChromium({ PATH: "/nowhere" })).toThrow(/apt-get install -y chromium/);
  });

  it("is the one that CHROMIUM_PATH names, or none", () => {
    expect(requireChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
    expect(() => requireChromium({ CHROMIUM_PATH: "/nowhere/chromium" })).toThrow("does not exist");
  });
});
