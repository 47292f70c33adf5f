import type { Prisma } from "@/server/core/generated/client";
import { hashPassword } from "@/server/identity/adapters/argon2";
import { DEMO_PASSWORD, DEMO_USERS, type DemoUser } from "@/server/identity/rules/demo-users";
import { companyIdOf, idOf, type SeedBusiness, staffIdOf } from "./business";
import { ZONE } from "./clock";
import { seedId } from "./ids";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";

export const usersOf = ({ key }: SeedBusiness): DemoUser[] => DEMO_USERS.filter(({ company }) => company === key);
export const userIdOf = (email: string): string => seedId(`user/${email}`);

/** Whoever created the company is shown as its owner. */
export const ownerIdOf = (business: SeedBusiness): string => userIdWithRole(business, "admin");

/** The person with this role, else the owner: a small practice has no reception of its own. */
export function userIdWithRole(business: SeedBusiness, role: DemoUser["role"]): string {
  const users = usersOf(business);
  const user =
    users.find((candidate) => candidate.role === role) ?? users.find((candidate) => candidate.role === "admin");
  if (!user) throw new Error(`${business.name} has no owner among the demo's users`);
  return userIdOf(user.email);
}

const operators = DEMO_USERS.filter(({ role }) => role === "super_admin");

/** Those who look after the platform; they work for no company. */
export async function writeOperators(tx: Prisma.TransactionClient): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await insertRows(
    tx.user,
    operators.map(({ email, name }) => {
      return { id: userIdOf(email), email, name, passwordHash, timezone: ZONE, isPlatformAdmin: true };
    }),
  );
}

/** Users with one password for all, and what they may do. */
export async function writeIdentity({ tx, business, clock }: Seeding): Promise<void> {
  const users = usersOf(business);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const born = clock.at(clock.day(-400), 9 * 60);
  await insertRows(
    tx.user,
    users.map(({ email, name }) => ({
      id: userIdOf(email),
      email,
      name,
      passwordHash,
      timezone: ZONE,
      emailVerifiedAt: born,
      createdAt: born,
    })),
  );
  const roles = await tx.role.findMany({ where: { companyId: null }, select: { id: true, key: true } });
  const roleIds = new Map(roles.map(({ id, key }) => [key, id]));
  await insertRows(
    tx.membership,
    users.map(({ email, role }) => {
      const roleId = roleIds.get(role);
      if (!roleId) throw new Error(`there is no built-in role "${role}"`);
      const staff = business.staff.find(({ userEmail }) => userEmail === email);
      const staffId = staff ? staffIdOf(business, staff.name) : null;
      const id = idOf(business, "membership", email);
      return { id, companyId: companyIdOf(business), userId: userIdOf(email), roleId, staffId, createdAt: born };
    }),
  );
}
