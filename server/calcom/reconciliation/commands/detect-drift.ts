import { setTimeout as pause } from "node:timers/promises";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { CalcomError } from "../../adapters/calcom-error";
import { toRefusal } from "../../connection/commands/ask-for-person";
import { findApiKey } from "../../repository/connection";
import { kindsOf } from "../rules/compare-pair";
import type { DetectedDrift, DriftDetail } from "../schema";
import { type ComparedStretch, compareStretch } from "./compare-stretch";
import type { Reading } from "./read-stretch";

const AHEAD_MS = 14 * DAY;
/** As long as a door keeps somebody waiting. */
const MOST_MS = 60_000;

// Not audited: nothing is changed.
/** Compares the next 14 days and says what differs; what is done about it is another matter. */
export async function detectDrift(ctx: CompanyContext): Promise<DetectedDrift> {
  const apiKey = await transact(ctx, (tx) => findApiKey(tx));
  if (!apiKey) throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_not_connected" });
  const stretch = { apiKey, isLooking: true, from: ctx.now, until: new Date(ctx.now.getTime() + AHEAD_MS) };
  const compared = await compareWhole(ctx, stretch);
  const details = detailsOf(compared);
  const drifted = new Set(details.flatMap(({ appointmentId }) => appointmentId ?? []));
  const all = new Set(compared.pairs.map(({ ours }) => ours.appointmentId));
  const missing = details.filter(({ appointmentId }) => appointmentId === null).length;
  return {
    driftDetected: details.length > 0,
    totalAppointments: all.size,
    driftedAppointments: drifted.size + missing,
    details,
  };
}

type Seen = Pick<ComparedStretch, "pairs" | "strangers" | "unreadable">;

/** All of it, however much has to be looked for, or an error: what was not looked at is not said to be alike. */
async function compareWhole(ctx: CompanyContext, stretch: Reading): Promise<Seen> {
  const endsAt = Date.now() + MOST_MS;
  const lookedUp: string[] = [];
  const pairs: Seen["pairs"] = [];
  for (;;) {
    const compared = await compareStretch(ctx, { ...stretch, lookedUp }).catch((error) => {
      throw error instanceof CalcomError ? toRefusal(error) : error;
    });
    if ("waitSeconds" in compared) throw comeBack(compared.waitSeconds);
    pairs.push(...compared.pairs);
    if (compared.postponed === 0) return { ...compared, pairs };
    lookedUp.push(...compared.lookedUp);
    const restMs = compared.restSeconds * 1000;
    if (Date.now() + restMs >= endsAt) throw comeBack(compared.restSeconds);
    await pause(restMs);
  }
}

const comeBack = (retryAfterSeconds: number) =>
  new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "calcom_unavailable", details: { retryAfterSeconds } });

function detailsOf({ pairs, strangers, unreadable }: Seen): DriftDetail[] {
  const differing = pairs.flatMap(({ verdict, ours, theirs }): DriftDetail[] => {
    const { appointmentId, part } = ours;
    const times = { platformTime: part?.startsAt ?? null, calcomTime: theirs?.startsAt ?? null };
    return kindsOf(verdict).map((issue) => ({ appointmentId, issue, ...times }));
  });
  const missing = strangers.map(({ startsAt: calcomTime }): DriftDetail => {
    return { appointmentId: null, issue: "missing_in_platform", platformTime: null, calcomTime };
  });
  const unread = unreadable.flatMap(({ row, isKnown }): DriftDetail[] => {
    const calcomTime = row.said.startsAt;
    return isKnown ? [] : [{ appointmentId: null, issue: "missing_in_platform", platformTime: null, calcomTime }];
  });
  return [...differing, ...missing, ...unread];
}
