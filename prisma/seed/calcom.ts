import { remoteHashOf } from "@/server/calcom/mapping/commands/push-offer";
import { encrypt } from "@/server/core/crypto";
import { companyIdOf, idOf, serviceIdOf, staffIdOf } from "./business";
import {
  CALCOM_TEAM,
  calcomEmailOf,
  calcomTypeWebhooksOf,
  calcomUserIdOf,
  calcomWebhookIdOf,
  eventTypesOf,
} from "./calcom-world";
import { slugOf } from "./ids";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";
import { hasCalcom } from "./tenancy";

/** The connected calendar: who is who over there, and which event type is which service by whom. */
export async function writeCalcom({ tx, business, clock, keys }: Seeding): Promise<void> {
  if (!hasCalcom(business)) return;
  const companyId = companyIdOf(business);
  const syncedAt = clock.now;
  const owner = business.staff[0]?.name ?? "";
  const id = idOf(business, "integration", "calcom");
  await tx.integration.create({
    data: {
      id,
      companyId,
      provider: "calcom",
      status: "connected",
      credentialsEncrypted: encrypt(keys.calcomApiKey, { column: "integrations.credentials_encrypted", rowId: id }),
      lastCheckedAt: syncedAt,
      lastSuccessAt: syncedAt,
      config: {
        account: { id: calcomUserIdOf(business, owner), name: owner, email: calcomEmailOf(business, owner) },
        team: CALCOM_TEAM,
        webhook: { id: calcomWebhookIdOf(business), registeredAt: syncedAt.toISOString() },
        typeWebhooks: calcomTypeWebhooksOf(business),
      },
    },
  });
  await insertRows(
    tx.calcomTeamMember,
    business.staff.map(({ name }, index) => ({
      id: idOf(business, "calcom-member", slugOf(name)),
      companyId,
      calcomUserId: calcomUserIdOf(business, name),
      staffId: staffIdOf(business, name),
      role: index === 0 ? ("owner" as const) : ("member" as const),
    })),
  );
  await insertRows(
    tx.teamEventTypeMapping,
    eventTypesOf(business).map(({ id, staff, service, wanted }) => ({
      id: idOf(business, "event-type", id),
      companyId,
      title: wanted.title,
      slug: wanted.slug,
      lengthMinutes: wanted.lengthMinutes,
      calcomTeamId: CALCOM_TEAM.id,
      calcomEventTypeId: id,
      remoteHash: remoteHashOf(wanted),
      serviceId: serviceIdOf(business, service.name),
      staffId: staffIdOf(business, staff.name),
      lastSyncedAt: syncedAt,
    })),
  );
}
