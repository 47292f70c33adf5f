import { type LocalDate, MINUTE } from "@/server/core/time";
import { offerOf } from "../business";
import type { CustomerDraft } from "../customers/draft";
import { classSessionsOf } from "../scheduling/class-sessions";
import { type FreeStart, openDayBook } from "./day-book";
import { drawCustomer, drawService, drawStaff, drawStart } from "./draw";
import type { PlannedAppointment } from "./planned";
import { comingQuota, type DayQuota, pastQuota } from "./quota";
import { addPlanned, type Story } from "./story";
import { planWatchedReminder } from "./watched-reminder";

const TRIES_FOR_EACH = 40;

interface Filling {
  quota: DayQuota[];
  side: "past" | "coming";
  /** How many appointments there are when this side is full. */
  target: number;
}

/** The past year and the next month, exactly as many as the business says, none of them over another. */
export function planAppointments(
  told: Pick<Story, "business" | "clock" | "random">,
  customers: CustomerDraft[],
): PlannedAppointment[] {
  const { business, clock } = told;
  const book = openDayBook(business, clock);
  for (const { teacher, startsAt, endsAt } of classSessionsOf(business, clock))
    book.take(teacher, { from: startsAt.getTime(), until: endsAt.getTime() });
  const story: Story = { ...told, customers, book, planned: [], visits: new Map() };
  if (business.key === "salon") planWatchedReminder(story);
  const watched = story.planned.length;
  const { past, coming } = business.volumes;
  fill(story, { side: "past", quota: pastQuota(story), target: watched + past });
  fill(story, { side: "coming", quota: comingQuota(story, coming - watched), target: past + coming });
  return story.planned;
}

/** Days that can't take their share leave it to the others. */
function fill(story: Story, { quota, side, target }: Filling): void {
  for (const { date, count } of quota) for (let n = 0; n < count; n += 1) planOne(story, { date, side });
  const open = quota.filter(({ date }) => story.book.isOpen(date));
  for (let round = 0; story.planned.length < target; round += 1) {
    const day = open[round % open.length];
    if (!day || round > open.length * TRIES_FOR_EACH) throw new Error(`no room for ${target} appointments`);
    planOne(story, { date: day.date, side });
  }
}

interface Place {
  date: LocalDate;
  side: Filling["side"];
}

function planOne(story: Story, place: Place): void {
  for (let attempt = 0; attempt < TRIES_FOR_EACH; attempt += 1) if (tryOne(story, place)) return;
}

/** What is going on at the very moment of seeding is left out: it would be going on for ever. */
function tryOne(story: Story, { date, side }: Place): boolean {
  const { book, clock } = story;
  const customer = drawCustomer(story, date);
  const service = customer && drawService(story, customer);
  const staff = service && drawStaff(story, { customer, service, date });
  if (!customer || !service || !staff) return false;
  const { minutes } = offerOf(service, staff);
  const isOnSide = ({ at }: FreeStart) =>
    side === "coming" ? at > clock.now : at.getTime() + minutes * MINUTE <= clock.now.getTime();
  const starts = book.freeStarts(staff, date, { minutes, bufferAfter: service.bufferAfter ?? 0 }).filter(isOnSide);
  const start = drawStart(starts, story);
  if (start) addPlanned(story, { customer, service, staff, startsAt: start.at });
  return start !== undefined;
}
