import { z } from "zod";
import { forgetWhatIsOver } from "@/server/operations/commands/forget-what-is-over";
import { defineCommand } from "../command";

export const dataCleanup = defineCommand({
  name: "data:cleanup",
  permission: "edit_platform",
  summary: "forget now what the nightly job forgets: ended sessions, used links, old attempts, published facts",
  isChange: true,
  input: z.strictObject({ dryRun: z.boolean().default(false) }),
  async run({ dryRun }) {
    const forgotten = await forgetWhatIsOver({ isDryRun: dryRun });
    const verb = dryRun ? "would be forgotten" : "forgotten";
    const lines = Object.entries(forgotten).map(([what, count]) => `${what.padEnd(20)} ${count} ${verb}`);
    return { data: { forgotten, isDryRun: dryRun }, lines };
  },
});
