import { HOUR } from "@/server/core/time";
import { companyIdOf, idOf, serviceIdOf, staffIdOf } from "../business";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";

const SHARE_REVIEWED = 0.05;

const COMMENTS: Record<number, string[]> = {
  5: [
    "Wie immer großartig.",
    "Endlich jemand, der zuhört.",
    "Sehr herzlich, sehr gut, komme wieder.",
    "Perfekt, danke!",
  ],
  4: ["Sehr schön, etwas Wartezeit.", "Gute Arbeit, Parken war schwierig.", "Gern wieder."],
  3: ["War in Ordnung.", "Ordentlich, aber etwas gehetzt."],
  2: ["Ich hatte es mir anders vorgestellt."],
};
const RATINGS = [
  { rating: 5, weight: 62 },
  { rating: 4, weight: 26 },
  { rating: 3, weight: 8 },
  { rating: 2, weight: 4 },
];

/** What customers said afterwards. */
export async function writeReviews({ tx, business, random, planned, clock }: Seeding): Promise<void> {
  const over = planned.filter(
    ({ status, endsAt }) => status === "completed" && endsAt.getTime() < clock.now.getTime() - 30 * HOUR,
  );
  const reviewed = over.filter(() => random.chance(SHARE_REVIEWED));
  await insertRows(
    tx.review,
    reviewed.map(({ index, customer, service, staff, endsAt }) => {
      const rating = random.weighted(RATINGS, ({ weight }) => weight)?.rating ?? 5;
      return {
        id: idOf(business, "review", index),
        companyId: companyIdOf(business),
        appointmentId: idOf(business, "appointment", index),
        customerId: idOf(business, "customer", customer.index),
        serviceId: serviceIdOf(business, service.name),
        staffId: staffIdOf(business, staff.name),
        rating,
        comment: random.chance(0.7) ? random.pick(COMMENTS[rating] ?? [""]) : null,
        visibility: rating >= 4 ? ("public" as const) : ("private" as const),
        reply: rating <= 2 ? "Das tut uns leid, wir melden uns bei Ihnen." : null,
        createdAt: new Date(endsAt.getTime() + random.between(3, 28) * HOUR),
      };
    }),
  );
}
