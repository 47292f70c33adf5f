import { expect, it } from "vitest";
import {
  activeMembership,
  type PortalSession,
  permissionsOf,
  restrictionOf,
  type SessionMembership,
} from "@/server/identity/rules/session";

const membership = (overrides: Partial<SessionMembership> = {}): SessionMembership => ({
  companyId: "c1",
  companyName: "Salon",
  timezone: "Europe/Berlin",
  currency: "EUR",
  roleKey: "admin",
  isBuiltInRole: true,
  isOwnOnly: false,
  branchIds: [],
  staffId: null,
  permissions: [],
  tenantStatus: "active",
  companyStatus: "active",
  featureFlags: {},
  security: {},
  ipAllowlist: [],
  ...overrides,
});
const session = (activeCompanyId: string | null, memberships: SessionMembership[]): PortalSession => {
  const user = {
    id: "u",
    email: "a@example.com",
    name: "A",
    locale: "de",
    isPlatformAdmin: false,
    hasTwoFactor: false,
  };
  const proof = { authenticatedAt: "2026-12-01T08:00:00.000Z", secondFactorAt: null, impersonation: null };
  const facts = { sessionId: "s", kind: "portal", expiresAt: "2026-12-31T08:00:00.000Z" } as const;
  return { ...facts, activeCompanyId, user, memberships, ...proof };
};

it("works in the chosen company, or in the first one when the chosen one is gone", () => {
  const [first, second] = [membership(), membership({ companyId: "c2" })];
  expect(activeMembership(session("c2", [first, second]))).toBe(second);
  expect(activeMembership(session("c3", [first, second]))).toBe(first);
  expect(activeMembership(session("c1", []))).toBeNull();
});

it("takes a company's own role by its rows, whatever its key pretends", () => {
  const own = membership({ roleKey: "admin", isBuiltInRole: false, permissions: ["view_customers"] });
  expect(permissionsOf(own)).toEqual(["view_customers"]);
});

it("shows a role like staff without a person behind it nothing", () => {
  expect(restrictionOf(membership({ roleKey: "staff", isOwnOnly: true }))).toEqual({
    branchIds: [],
    staffId: "00000000-0000-0000-0000-000000000000",
  });
  expect(restrictionOf(membership({ roleKey: "like_staff", isOwnOnly: true, staffId: "s1" })).staffId).toBe("s1");
  expect(restrictionOf(membership({ branchIds: ["b1"] }))).toEqual({ branchIds: ["b1"] });
});
