import { DAY, daysBetween, type LocalDate } from "@/server/core/time";
import type { SeedService, SeedStaff } from "../business";
import type { CustomerDraft } from "../customers/draft";
import type { FreeStart } from "./day-book";
import type { Story } from "./story";

/** Somebody who comes in these weeks and was not there lately. */
export function drawCustomer(story: Story, date: LocalDate): CustomerDraft | undefined {
  const { business, clock, random, customers, visits } = story;
  const offset = daysBetween(clock.today, date);
  const at = clock.at(date, 12 * 60).getTime();
  return random.weighted(customers, ({ index, weight, comesFrom, comesUntil }) => {
    if (offset < comesFrom || offset > comesUntil) return 0;
    return visits.get(index)?.some((visit) => Math.abs(visit - at) < business.returnDays * DAY) ? 0 : weight;
  });
}

export function drawService({ business, random }: Story, customer: CustomerDraft): SeedService | undefined {
  return random.weighted(business.services, (service) => {
    const suits = service.audience === "all" || service.audience === customer.audience;
    return suits || (service.audience === "families" && customer.hasChildren) ? service.weight : 0;
  });
}

interface Wish {
  customer: CustomerDraft;
  service: SeedService;
  date: LocalDate;
}

/** Mostly the customer's favourite, else somebody who can, rather in the branch that they know. */
export function drawStaff({ business, book, random }: Story, { customer, service, date }: Wish): SeedStaff | undefined {
  const able = business.staff.filter((staff) => service.name in staff.offers && book.shiftOf(staff, date));
  const preferred = able.find(({ name }) => name === customer.preferredStaff);
  if (preferred && random.chance(0.75)) return preferred;
  return random.weighted(able, (staff) => (book.shiftOf(staff, date)?.branch === customer.preferredBranch ? 3 : 1));
}

/** Late morning and after work go first. */
export function drawStart(starts: FreeStart[], { random }: Story): FreeStart | undefined {
  return random.weighted(starts, ({ wallMinutes }) => {
    if (wallMinutes >= 17 * 60) return 2.2;
    return wallMinutes >= 10 * 60 && wallMinutes < 12 * 60 ? 1.8 : 1;
  });
}
