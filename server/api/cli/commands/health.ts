import { z } from "zod";
import { checkPreflight } from "@/server/operations/platform/queries/check-preflight";
import { getHealth } from "@/server/operations/queries/get-health";
import { defineCommand } from "../command";

export const healthCheck = defineCommand({
  name: "health:check",
  permission: "view_platform",
  summary: "whether the product can do its work now",
  input: z.strictObject({}),
  async run() {
    const health = await getHealth();
    const lines = [`${health.status}: database ${health.database}, queue ${health.queue}`];
    return { data: health, lines, hasFindings: health.status !== "ok" };
  },
});

const MARK = { ok: "ok     ", warning: "warning", failed: "FAILED " };

export const preflightCheck = defineCommand({
  name: "preflight:check",
  permission: "view_platform",
  summary: "everything that must be right before customers are served, each with what to do",
  input: z.strictObject({}),
  async run(_input, { platform }) {
    const checks = await checkPreflight(platform);
    const lines = checks.flatMap(({ name, status, detail, advice }) => [
      `${MARK[status]} ${name.padEnd(13)} ${detail}`,
      ...(advice ? [`${" ".repeat(22)}${advice}`] : []),
    ]);
    return { data: { checks }, lines, hasFindings: checks.some(({ status }) => status === "failed") };
  },
});
