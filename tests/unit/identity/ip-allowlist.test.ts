import { describe, expect, it } from "vitest";
import { checkIpAllowlist, normaliseRange } from "@/server/identity/rules/ip-allowlist";

describe("an entry of the list", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7/32"],
    [" 192.0.2.7/24 ", "192.0.2.0/24"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["2001:DB8::1", "2001:db8::1/128"],
    ["2001:db8:0:0::ffff/32", "2001:db8::/32"],
    ["::ffff:192.0.2.7", "192.0.2.7/32"],
  ])("%s is kept as %s", (entry, kept) => expect(normaliseRange(entry)).toBe(kept));

  it.each([
    "",
    "example.com",
    "192.0.2",
    "192.0.2.256",
    "0xC0.0.2.1",
    "3221225985",
    "192.0.2.0/33",
    "192.0.2.0/-1",
    "192.0.2.0/24/24",
    "192.0.2.0/",
    "2001:db8::/129",
    "fe80::1%eth0",
    "::ffff:192.0.2.0/120",
  ])("%s is none", (entry) => expect(normaliseRange(entry)).toBeNull());
});

describe("the list", () => {
  const list = ["192.0.2.0/24", "2001:db8::/32"];

  it.each(["192.0.2.1", "192.0.2.255", "::ffff:192.0.2.1", "2001:db8:ffff::1"])("admits %s", (ip) =>
    expect(checkIpAllowlist(list, ip)).toBeNull(),
  );

  it.each(["192.0.3.1", "2001:db9::1", "", "unknown", "192.0.2.1, 10.0.0.1", undefined])("refuses %s", (ip) =>
    expect(checkIpAllowlist(list, ip)).toMatchObject({ code: "FORBIDDEN", reason: "address_not_allowed" }),
  );

  it("admits everybody while it is empty, and nobody through an entry that can't be read", () => {
    expect(checkIpAllowlist([], undefined)).toBeNull();
    expect(checkIpAllowlist(["damaged"], "192.0.2.1")).not.toBeNull();
  });
});
