import { firstStages, type StageKey } from "@/server/tenancy/rules/first-stages";
import { companyIdOf, idOf, type SeedBusiness } from "../business";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";

export const stageIdOf = (business: SeedBusiness, key: StageKey): string => idOf(business, "stage", key);

/** The stages that every company begins with. */
export async function writeJourneyStages({ tx, business }: Seeding): Promise<void> {
  await insertRows(
    tx.journeyStage,
    firstStages("de").map((stage) => ({
      id: stageIdOf(business, stage.key),
      companyId: companyIdOf(business),
      ...stage,
    })),
  );
}
