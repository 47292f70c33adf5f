import { z } from "zod";
import { verifyPlatformChain } from "@/server/audit/platform/queries/verify-platform-chain";
import { verifyCompanyChain } from "@/server/audit/queries/verify-company-chain";
import type { ChainReport } from "@/server/audit/schema";
import { companyContext } from "@/server/core/context";
import { findCompanies } from "@/server/operations/platform/queries/find-companies";
import { type CliContext, defineCommand } from "../command";
import { companyField, companyOption } from "../company-option";

const chainAnchor = z
  .string()
  .regex(/^\d{1,15}:[0-9a-f]{64}$/)
  .transform((text) => ({ sequence: Number(text.split(":")[0]), hash: text.split(":")[1] ?? "" }));

interface VerifiedChain extends ChainReport {
  /** Null: the platform's own. */
  companyId: string | null;
  name: string;
}

export const auditVerify = defineCommand({
  name: "audit:verify",
  permission: "view_platform",
  summary: "recompute the audit log's hash chains and name the first broken link",
  options: [
    companyOption,
    ["--anchor <sequence:hash>", "with --company: a link noted earlier, which must still be there"],
  ],
  input: z
    .strictObject({ company: companyField.optional(), anchor: chainAnchor.optional() })
    .refine(({ company, anchor }) => company !== undefined || anchor === undefined, { path: ["company"] }),
  async run({ company, anchor }, ctx) {
    const chains = await verifyChains(ctx, { company, anchor });
    const broken = chains.filter(({ broken }) => broken !== null);
    return { data: { chains }, lines: chains.map(describeChain), hasFindings: broken.length > 0 };
  },
});

async function verifyChains(
  ctx: CliContext,
  { company, anchor }: { company?: string | undefined; anchor?: z.output<typeof chainAnchor> | undefined },
) {
  const { actor, now, requestId } = ctx.platform;
  const chains: VerifiedChain[] = [];
  for (const { id, slug } of await findCompanies(ctx.platform, company)) {
    const onProgress = (checked: number) => ctx.progress(`${slug}: ${checked} entries`);
    const report = await verifyCompanyChain(companyContext({ companyId: id, actor, now, requestId }), {
      anchor,
      onProgress,
    });
    chains.push({ companyId: id, name: slug, ...report });
  }
  if (company === undefined)
    chains.push({ companyId: null, name: "platform", ...(await verifyPlatformChain(ctx.platform)) });
  return chains;
}

function describeChain({ name, checked, erased, head, broken }: VerifiedChain): string {
  if (!broken) {
    const forgotten = erased > 0 ? `, ${erased} with erased values` : "";
    return `ok      ${name}: ${checked} entries${forgotten}; head ${head.sequence}:${head.hash}`;
  }
  const what = broken.id ? `entry ${broken.id} differs in ${broken.differs.join(", ")}` : broken.differs.join(", ");
  return `BROKEN  ${name}: at sequence ${broken.sequence}, ${what}`;
}
