import { z } from "zod";
import { rotateSecrets } from "@/server/operations/platform/commands/rotate-secrets";
import { defineCommand } from "../command";

export const secretsRotate = defineCommand({
  name: "secrets:rotate",
  permission: "edit_platform",
  summary: "encrypt every stored secret anew under ENCRYPTION_KEY; keys of before stand in ENCRYPTION_KEYS_OLD",
  options: [["--batch <rows>", "rows in one transaction (default 100)"]],
  isChange: true,
  input: z.strictObject({
    batch: z.coerce.number().int().min(1).max(1000).optional(),
    dryRun: z.boolean().default(false),
  }),
  async run({ batch, dryRun }, { platform, progress }) {
    const report = await rotateSecrets(platform, {
      isDryRun: dryRun,
      ...(batch && { batch }),
      onProgress: (done) => progress(`${done} read`),
    });
    const after = dryRun ? report : await rotateSecrets(platform, { isDryRun: true });
    const remaining = after.columns.reduce((sum, { rewritten }) => sum + rewritten, 0);
    const unreadable = after.columns.flatMap(({ column, unreadable }) => unreadable.map((id) => `${column} of ${id}`));
    const verb = dryRun ? "to rewrite" : "rewritten";
    return {
      data: { ...report, remaining, unreadable },
      lines: [
        ...report.columns.map(({ column, total, rewritten }) => `${column}: ${total} stored, ${rewritten} ${verb}`),
        ...unreadable.map((where) => `can't be read with any of the keys: ${where}`),
        ...(dryRun ? [] : [`checked: ${remaining} left under another key`]),
      ],
      hasFindings: unreadable.length > 0 || (!dryRun && remaining > 0),
    };
  },
});
