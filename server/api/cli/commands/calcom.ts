import { z } from "zod";
import { detectDrift } from "@/server/calcom/reconciliation/commands/detect-drift";
import { runNow } from "@/server/calcom/reconciliation/commands/finish-run";
import { getDriftRate } from "@/server/calcom/reconciliation/queries/get-drift-rate";
import { listDrift } from "@/server/calcom/reconciliation/queries/list-drift";
import type { DriftView } from "@/server/calcom/reconciliation/schema";
import { defineCommand } from "../command";
import { companyField, companyOption, openCompany } from "../company-option";

const dryRun = z.boolean().default(false);
const days = z.coerce.number().int().min(0).max(365);
/** Nobody at a terminal is kept from waiting for Cal.com; ended by hand, the same command goes on where it stood. */
const MOST_SECONDS = 6 * 3600;

export const calcomImportDirectly = defineCommand({
  name: "calcom:import-directly",
  permission: "edit_platform",
  summary:
    "take over a company's bookings at Cal.com, those of the past and those to come; goes on where it was stopped",
  options: [
    companyOption,
    ["--days <days>", "from so many days ago (default 180)"],
    ["--future <days>", "to so many days ahead (default 90)"],
  ],
  isChange: true,
  input: z
    .strictObject({ company: companyField, days: days.default(180), future: days.default(90), dryRun })
    .refine((input) => input.days + input.future > 0, { path: ["future"] }),
  async run({ company, days: backDays, future: aheadDays, dryRun: isDry }, ctx) {
    const open = await openCompany(ctx, company);
    const onProgress = ({ position, counts }: { position: Date; counts: { compared: number; created: number } }) =>
      ctx.progress(`${position.toISOString().slice(0, 10)}: ${counts.compared} compared, ${counts.created} taken over`);
    const wanted = { kind: "import", backDays, aheadDays, isDry } as const;
    const run = await runNow(open, wanted, { mostSeconds: MOST_SECONDS, onProgress });
    const { counts, kinds, state, failedReason, requestCount } = run;
    const outcome = failedReason ? `${state}: ${failedReason}` : state;
    return {
      data: { runId: run.id, state, failedReason, isDryRun: isDry, counts, kinds, requestCount },
      lines: [outcome, ...linesOf(counts), ...linesOf(kinds)],
      hasFindings: state === "failed",
    };
  },
});

export const calcomSyncCheck = defineCommand({
  name: "calcom:sync-check",
  permission: "view_platform",
  summary: "compare a company's next 14 days with Cal.com, and change nothing",
  options: [companyOption],
  input: z.strictObject({ company: companyField }),
  async run({ company }, ctx) {
    const found = await detectDrift(await openCompany(ctx, company));
    const time = (at: Date | null) => at?.toISOString() ?? "nothing";
    const details = found.details.map(
      ({ issue, appointmentId, platformTime, calcomTime }) =>
        `${issue}  ${appointmentId ?? "-"}  here ${time(platformTime)}, there ${time(calcomTime)}`,
    );
    return {
      data: found,
      lines: [`${found.totalAppointments} compared, ${found.driftedAppointments} differ`, ...details],
      hasFindings: found.driftDetected,
    };
  },
});

export const calcomDrift = defineCommand({
  name: "calcom:drift",
  permission: "view_platform",
  summary: "what differs from Cal.com in a company and waits for a person, and how often anything did",
  options: [companyOption, ["--days <days>", "how far the rate looks back (default 7)"]],
  input: z.strictObject({ company: companyField, days: z.coerce.number().int().min(1).max(90).default(7) }),
  async run({ company, days: back }, ctx) {
    const open = await openCompany(ctx, company);
    const rate = await getDriftRate(open, { days: back });
    const { items } = await listDrift(open, { state: "open", limit: 100 });
    const share = rate.rate === null ? "nothing compared" : `${(rate.rate * 100).toFixed(1)} % of ${rate.compared}`;
    return {
      data: { rate, open: items },
      lines: [`${rate.open} open; ${share} in ${back} days`, ...items.map(describe)],
      hasFindings: rate.open > 0,
    };
  },
});

const describe = ({ id, kind, ours, theirs }: DriftView): string =>
  `${id}  ${kind}  here ${timeOf(ours)}, there ${timeOf(theirs)}`;

const timeOf = (side: DriftView["ours"]): string =>
  side ? (side.startsAt?.toISOString() ?? "at a time that is not told") : "nothing";

const linesOf = (counts: Record<string, number>): string[] =>
  Object.entries(counts).map(([name, value]) => `${name.padEnd(22)} ${value}`);
