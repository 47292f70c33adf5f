import { type CompanyContext, companyContext } from "@/server/core/context";
import { findDelivery, finishDelivery } from "@/server/core/deliveries";
import { AppError } from "@/server/core/errors";
import { reading, transact } from "@/server/core/transact";
import type { Calcom } from "../adapters/calcom";
import { CalcomError } from "../adapters/calcom-error";
import { type CalcomNews, readNews } from "../adapters/calcom-webhook";
import { findApiKey } from "../repository/connection";
import { attendanceOf } from "../rules/attendance";
import { applyAttendance } from "./apply-attendance";
import { applyBooking } from "./apply-booking";
import type { Applied } from "./apply-to-appointment";
import { askCalcom } from "./ask-calcom";
import { keepUnreadable } from "./keep-unreadable";
import { type BookingChain, readChain } from "./read-chain";

export interface LoggedNews {
  deliveryId: string;
  /** Nobody tries again: what could not be taken over is shown as failed. */
  isLastTry?: boolean;
}

export type Processed = Applied | { state: "failed"; reason: string };

/**
 * Takes over what a logged delivery tells: it says where to look, and what stands over there now is what counts. So it does not
 * matter in what order deliveries come, how often, or what is missing in them. A second time it does nothing.
 */
export async function processCalcomWebhook(job: CompanyContext, logged: LoggedNews): Promise<Processed> {
  const { companyId, now, requestId } = job;
  const ctx = companyContext({ companyId, now, requestId, actor: { kind: "calcom" } });
  try {
    const done = await takeOver(ctx, logged.deliveryId);
    if (done.state === "waiting" && logged.isLastTry) return await fail(ctx, logged.deliveryId, "calcom_unsettled");
    return done;
  } catch (error) {
    const reason = error instanceof AppError ? error.reason : error instanceof Error ? error.name : "unknown";
    if (logged.isLastTry) await fail(ctx, logged.deliveryId, reason);
    throw error;
  }
}

async function takeOver(ctx: CompanyContext, deliveryId: string): Promise<Processed> {
  const { delivery, apiKey } = await reading(ctx, async (tx) => {
    return { delivery: await findDelivery(tx, deliveryId), apiKey: await findApiKey(tx) };
  });
  if (delivery?.status !== "received") return { state: "known" };
  const news = readNews(delivery.payload);
  const uid = news?.uid ?? news?.formerUid;
  if (!news || !uid) return isAboutBooking(news) ? fail(ctx, deliveryId, "no_booking_named") : finish(ctx, deliveryId);
  if (!apiKey) return fail(ctx, deliveryId, "calcom_not_connected");
  const read = await askCalcom(ctx, apiKey, (calcom) => readOrLeave(ctx, calcom, uid));
  if ("waitSeconds" in read) return { state: "waiting", seconds: read.waitSeconds };
  return apply(ctx, { deliveryId, news, chain: read.answer });
}

/** One that makes no sense to us is kept as the delivery describes it: trying again would not change that. */
async function readOrLeave(ctx: CompanyContext, calcom: Calcom, uid: string): Promise<BookingChain> {
  try {
    return await readChain(ctx, calcom, uid);
  } catch (error) {
    if (!(error instanceof CalcomError) || error.kind !== "unreadable") throw error;
    return { booking: null, uids: [uid] };
  }
}

const isAboutBooking = (news: CalcomNews | null): boolean => /^(BOOKING|MEETING)_/.test(news?.trigger ?? "");

interface Readings {
  deliveryId: string;
  news: CalcomNews;
  chain: BookingChain;
}

/** What is changed and that it is done stand or fall together. */
async function apply(ctx: CompanyContext, { deliveryId, news, chain }: Readings): Promise<Applied> {
  return transact(ctx, async (tx) => {
    const delivery = await findDelivery(tx, deliveryId);
    if (delivery?.status !== "received") return { state: "known" };
    const uids: [string, ...string[]] = [...chain.uids];
    if (news.formerUid && !uids.includes(news.formerUid)) uids.push(news.formerUid);
    const { booking } = chain;
    const applied = booking ? await applyBooking(tx, { booking, uids }) : await keepUnreadable(tx, { news, uids });
    if (applied.state === "waiting") return applied;
    const attendance = attendanceOf(news.trigger, booking);
    if (attendance) await applyAttendance(tx, { uids, attendance });
    await finishDelivery(tx, deliveryId, { status: "processed" });
    return applied;
  });
}

// Not audited: nothing is changed but the log.
async function finish(ctx: CompanyContext, deliveryId: string): Promise<Applied> {
  await transact(ctx, (tx) => finishDelivery(tx, deliveryId, { status: "processed" }));
  return { state: "nothing" };
}

async function fail(ctx: CompanyContext, deliveryId: string, reason: string): Promise<Processed> {
  await transact(ctx, (tx) => finishDelivery(tx, deliveryId, { status: "failed", error: reason }));
  return { state: "failed", reason };
}
