import { digest } from "@/server/core/crypto";
import { grantableScopes, prefixOf } from "@/server/identity/api-keys/rules";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { DEMO_API_KEY } from "@/server/identity/rules/demo-api-key";
import { companyIdOf, idOf } from "./business";
import { salonLindner } from "./businesses/salon-lindner";
import { ownerIdOf } from "./identity";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";

/** One key of the salon's owner, for whoever tries the API out. */
export async function writeApiKeys({ tx, business, clock }: Seeding): Promise<void> {
  if (business !== salonLindner) return;
  const row = {
    id: idOf(business, "api-key", "demo"),
    companyId: companyIdOf(business),
    name: "Website (Demo)",
    prefix: prefixOf(DEMO_API_KEY),
    keyHash: digest(DEMO_API_KEY),
    scopes: grantableScopes(ROLE_PERMISSIONS.admin),
    expiresAt: clock.at(clock.day(365), 0),
    createdByUserId: ownerIdOf(business),
    createdAt: clock.at(clock.day(-20), 10 * 60),
  };
  await insertRows(tx.apiKey, [row]);
}
