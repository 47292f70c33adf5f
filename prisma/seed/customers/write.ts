import { parsePhoneNumberFromString } from "libphonenumber-js";
import { DAY } from "@/server/core/time";
import { branchIdOf, companyIdOf, idOf, staffIdOf } from "../business";
import { insertRows } from "../insert";
import type { Seeding } from "../seeding";
import type { CustomerDraft } from "./draft";
import { stageIdOf } from "./journey-stages";
import { judgeStandings, type Standing } from "./standing";

/** Customers with their numbers; what is counted from appointments and calls is left to the database. */
export async function writeCustomers(seeding: Seeding): Promise<void> {
  const { tx, customers } = seeding;
  const standings = judgeStandings(seeding);
  const known = customers.flatMap((draft) => {
    const standing = standings.get(draft.index);
    return standing ? [{ draft, standing }] : [];
  });
  await insertRows(
    tx.customer,
    known.map((one) => customerRow(seeding, one)),
  );
  await insertRows(
    tx.customerPhone,
    known.flatMap((one) => phoneRows(seeding, one)),
  );
  await insertRows(
    tx.consent,
    known.map((one) => consentRow(seeding, one)),
  );
  await insertRows(
    tx.journeyTransition,
    known.filter(({ standing }) => standing.stage !== "lead").map((one) => transitionRow(seeding, one)),
  );
}

interface Known {
  draft: CustomerDraft;
  standing: Standing;
}

function customerRow({ business, random }: Seeding, { draft, standing }: Known) {
  const [home] = business.branches;
  const { completed, revenueCents, stage, knownSince } = standing;
  const points = completed * 10 + Math.floor(revenueCents / 500);
  return {
    id: idOf(business, "customer", draft.index),
    companyId: companyIdOf(business),
    preferredBranchId: branchIdOf(business, draft.preferredBranch),
    preferredStaffId: draft.preferredStaff ? staffIdOf(business, draft.preferredStaff) : null,
    salutation: draft.gender === "woman" ? "Frau" : "Herr",
    title: draft.title,
    firstName: draft.firstName,
    lastName: draft.lastName,
    email: draft.email,
    birthdate: draft.birthdate ? new Date(draft.birthdate) : null,
    postalCode: home?.postalCode,
    city: home?.city,
    country: "DE",
    language: draft.language,
    tags: tagsOf(draft, standing),
    journeyStageId: stageIdOf(business, stage),
    journeyStatusUpdatedAt: standing.stageSince,
    engagementScore: standing.engagementScore,
    loyaltyPoints: points,
    loyaltyTier: tierOf(points),
    lastContactAt: standing.lastContactAt,
    gdprConsentAt: knownSince,
    privacyConsentAt: knownSince,
    marketingConsentAt: random.chance(0.3) ? knownSince : null,
    smsOptIn: draft.mobile !== null,
    createdAt: knownSince,
  };
}

function tagsOf({ hasChildren, title }: CustomerDraft, { stage }: Standing): string[] {
  return [
    ...(stage === "vip" ? ["VIP"] : []),
    ...(hasChildren ? ["Familie"] : []),
    ...(title ? ["Titel beachten"] : []),
  ];
}

function tierOf(points: number) {
  if (points >= 350) return "platinum" as const;
  if (points >= 220) return "gold" as const;
  return points >= 100 ? ("silver" as const) : ("bronze" as const);
}

function phoneRows({ business }: Seeding, { draft, standing }: Known) {
  const numbers = [
    { e164: draft.mobile, label: "mobil" },
    { e164: draft.landline, label: "privat" },
  ].filter((number): number is { e164: string; label: string } => number.e164 !== null);
  return numbers.map(({ e164, label }, index) => ({
    id: idOf(business, "phone", `${draft.index}/${index}`),
    companyId: companyIdOf(business),
    customerId: idOf(business, "customer", draft.index),
    e164,
    raw: parsePhoneNumberFromString(e164)?.formatNational() ?? e164,
    label,
    isPrimary: index === 0,
    createdAt: standing.knownSince,
  }));
}

function consentRow({ business }: Seeding, { draft, standing }: Known) {
  return {
    id: idOf(business, "consent", draft.index),
    companyId: companyIdOf(business),
    customerId: idOf(business, "customer", draft.index),
    purpose: "privacy",
    isGranted: true,
    source: "phone",
    textVersion: "1",
    createdAt: standing.knownSince,
  };
}

function transitionRow({ business }: Seeding, { draft, standing }: Known) {
  const days = Math.round((standing.stageSince.getTime() - standing.knownSince.getTime()) / DAY);
  return {
    id: idOf(business, "transition", draft.index),
    companyId: companyIdOf(business),
    customerId: idOf(business, "customer", draft.index),
    fromStageId: stageIdOf(business, "lead"),
    toStageId: stageIdOf(business, standing.stage),
    reason: "rule",
    actor: { kind: "job", name: "update-journey" },
    daysInStage: Math.max(0, days),
    createdAt: standing.stageSince,
  };
}
