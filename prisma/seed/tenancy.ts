import { encrypt } from "@/server/core/crypto";
import { branchIdOf, companyIdOf, idOf, type SeedBusiness } from "./business";
import { CALCOM_TEAM } from "./calcom-world";
import { ZONE } from "./clock";
import { ownerIdOf } from "./identity";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";

export const tenantIdOf = (business: SeedBusiness): string => idOf(business, "tenant", business.slug);

/** Only the salon is connected to a calendar; the practice shows how it is without. */
export const hasCalcom = ({ key }: SeedBusiness): boolean => key === "salon";

/** Tenant, company and branches. */
export async function writeTenancy({ tx, business, clock, keys }: Seeding): Promise<void> {
  const [main] = business.branches;
  const born = clock.at(clock.day(-400), 9 * 60);
  await tx.tenant.create({
    data: {
      id: tenantIdOf(business),
      name: business.tenantName,
      slug: business.slug,
      status: "active",
      limits: { maxCompanies: 3, maxUsers: 25, maxCallsPerMonth: 2000 },
      branding: { senderName: business.name },
      createdAt: born,
    },
  });
  await tx.company.create({
    data: {
      id: companyIdOf(business),
      tenantId: tenantIdOf(business),
      name: business.name,
      slug: business.slug,
      industry: business.industry,
      timezone: ZONE,
      state: "BY",
      email: business.email,
      phone: business.phone,
      website: business.website,
      street: main?.street,
      postalCode: main?.postalCode,
      city: main?.city,
      vatId: business.vatId,
      status: "active",
      settings: settingsOf(business),
      createdByUserId: ownerIdOf(business),
      createdAt: born,
      ...(hasCalcom(business)
        ? {
            calcomTeamId: CALCOM_TEAM.id,
            calcomApiKeyEncrypted: encrypt(keys.calcomApiKey, placeOf(business, "calcom_api_key_encrypted")),
            calcomWebhookSecretEncrypted: encrypt(
              keys.calcomWebhookSecret,
              placeOf(business, "calcom_webhook_secret_encrypted"),
            ),
          }
        : {}),
    },
  });
  await insertRows(
    tx.branch,
    business.branches.map(({ slug, ...branch }, index) => ({
      id: branchIdOf(business, slug),
      companyId: companyIdOf(business),
      slug,
      ...branch,
      country: "DE",
      state: "BY",
      email: business.email,
      timezone: ZONE,
      isDefault: index === 0,
      createdAt: new Date(born.getTime() + index),
    })),
  );
}

const placeOf = (business: SeedBusiness, column: string) => ({
  column: `companies.${column}`,
  rowId: companyIdOf(business),
});

function settingsOf(business: SeedBusiness) {
  return {
    slotIntervalMinutes: 15,
    minNoticeMinutes: 60,
    maxHorizonDays: 90,
    recordingConsentText: consentTextOf(business),
    retentionDays: { audio: 30, transcript: 90 },
    // Whoever looks at the demo signs in with a password only.
    security: { twoFactorRoles: [] },
  };
}

export function consentTextOf({ name, agent }: SeedBusiness): string {
  return `Guten Tag, ${name}, hier ist ${agent.name}, die KI-Assistentin. Ich schreibe unser Gespräch mit, ist das in Ordnung?`;
}
