import type { LocalDate } from "@/server/core/time";
import type { Audience, SeedBusiness } from "../business";
import { slugOf } from "../ids";
import type { Random } from "../random";
import { createNumberPool, type NumberPool } from "./fictional-numbers";
import { drawName, type Gender } from "./names";

/** A customer before their story is told; appointments and calls are drawn from this. */
export interface CustomerDraft {
  index: number;
  gender: Gender;
  firstName: string;
  lastName: string;
  title: string | null;
  birthdate: LocalDate | null;
  language: string;
  email: string | null;
  mobile: string | null;
  landline: string | null;
  audience: Audience;
  hasChildren: boolean;
  preferredStaff: string | null;
  preferredBranch: string;
  /** How often they come, beside the others; none at all for somebody who only asked. */
  weight: number;
  /** Days from today between which they come. */
  comesFrom: number;
  comesUntil: number;
}

/** The people of a business: regulars, the new, the lost, and families that share a telephone. */
export function draftCustomers(business: SeedBusiness, random: Random): CustomerDraft[] {
  const pool = createNumberPool(random);
  const drafts: CustomerDraft[] = [];
  for (let index = 0; index < business.volumes.customers; index += 1) {
    const relative = drafts.at(-1);
    const draft = draftCustomer({ business, random, pool }, index);
    const isFamily = relative?.landline && index % 17 === 0;
    drafts.push(isFamily ? { ...draft, ...sharedWith(relative, random), email: null } : draft);
  }
  return drafts;
}

interface Drawing {
  business: SeedBusiness;
  random: Random;
  pool: NumberPool;
}

function draftCustomer({ business, random, pool }: Drawing, index: number): CustomerDraft {
  const gender: Gender = random.chance(0.58) ? "woman" : "man";
  const { bornIn, ...name } = drawName(random, gender);
  const isElderly = bornIn < 1950;
  const mobile = random.chance(isElderly ? 0.35 : 0.75) ? (pool.takeMobile() ?? null) : null;
  const audience: Audience = gender === "woman" ? "women" : "men";
  const preferred = random.chance(0.6) ? random.pick(staffFor(business, audience)) : null;
  return {
    index,
    gender,
    ...name,
    birthdate: random.chance(0.7) ? drawBirthdate(bornIn, random) : null,
    language: name.lastName === "Walker" || name.lastName === "O'Brien" ? "en" : "de",
    email: random.chance(isElderly ? 0.3 : 0.8) ? drawEmail(name, index, random) : null,
    mobile,
    landline: mobile && random.chance(0.8) ? null : pool.takeLandline(),
    audience,
    hasChildren: bornIn > 1975 && bornIn < 1997 && random.chance(0.45),
    preferredStaff: preferred?.name ?? null,
    preferredBranch: preferred?.homeBranch ?? random.pick(business.branches).slug,
    ...drawLoyalty(random),
  };
}

/** Those who do something for these people at all. */
function staffFor({ staff, services }: SeedBusiness, audience: Audience) {
  const suitable = services.filter((service) => service.audience === audience || service.taxRateBps === 0);
  return staff.filter(({ offers }) => suitable.some(({ name }) => name in offers));
}

function drawLoyalty(random: Random): Pick<CustomerDraft, "weight" | "comesFrom" | "comesUntil"> {
  const fate = random.next();
  if (fate < 0.07) return { weight: 0, comesFrom: 0, comesUntil: 0 };
  const weight = 0.4 + 2.2 * random.next() ** 2;
  if (fate < 0.18) return { weight: weight + 0.4, comesFrom: -365, comesUntil: -random.between(185, 320) };
  if (fate < 0.27) return { weight: weight + 0.2, comesFrom: -365, comesUntil: -random.between(92, 170) };
  if (fate < 0.42) return { weight: weight + 0.6, comesFrom: -random.between(5, 90), comesUntil: 365 };
  if (fate < 0.46) return { weight: weight + 0.5, comesFrom: 1, comesUntil: 365 };
  return { weight, comesFrom: -365, comesUntil: 365 };
}

function drawBirthdate(year: number, random: Random): LocalDate {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
}

function drawEmail(name: { firstName: string; lastName: string }, index: number, random: Random): string {
  const [first, last] = [slugOf(name.firstName), slugOf(name.lastName)];
  const address = random.pick([
    `${first}.${last}`,
    `${first.charAt(0)}.${last}`,
    `${last}.${first}`,
    `${first}${last}`,
  ]);
  return `${address}${index}@${random.pick(["example.com", "example.org", "example.net"])}`;
}

function sharedWith(relative: CustomerDraft, random: Random) {
  const { lastName, landline, preferredBranch } = relative;
  return { lastName, landline, preferredBranch, mobile: null, title: null, hasChildren: random.chance(0.5) };
}
