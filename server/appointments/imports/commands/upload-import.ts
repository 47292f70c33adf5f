import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, requireOwnBranch, userIdOf } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { transact } from "@/server/core/transact";
import { listBranches } from "@/server/tenancy/queries/list-branches";
import { viewImport } from "../queries/load-import";
import { insertImport } from "../repository/jobs";
import { insertLines } from "../repository/lines";
import { guessMapping } from "../rules/guess-mapping";
import { readFile } from "../rules/read-file";
import type { ImportView, UploadImportInput } from "../schema";
import { toStoredActor } from "./stored-actor";

/** Keeps a file's lines and guesses what its columns hold; nothing is taken over yet. */
export async function uploadImport(ctx: CompanyContext, input: UploadImportInput): Promise<ImportView> {
  const { branchId, fileName } = input;
  requireOwnBranch(ctx, branchId);
  if (userIdOf(ctx) === null) throw new AppError({ code: "FORBIDDEN", reason: "people_only" });
  const file = readFile(Buffer.from(input.fileBase64, "base64"));
  return transact(ctx, async (tx) => {
    if (!(await listBranches(tx)).some(({ id }) => id === branchId)) throw notFound("branch");
    const id = newId();
    const { encoding, delimiter, headers, lines } = file;
    await insertImport(tx, {
      ...{ id, branchId, kind: "appointments", fileName, encoding, delimiter, headers },
      ...{ mapping: guessMapping(headers), options: { createsCustomers: true } },
      ...{ actor: toStoredActor(tx), createdByUserId: userIdOf(tx), createdAt: tx.now },
    });
    await insertLines(tx, { jobId: id, lines });
    recordAudit(tx, {
      ...{ action: "import_appointments", subjectType: "import", subjectId: id },
      after: { fileName, lines: lines.length, step: "uploaded" },
    });
    return viewImport(tx, id);
  });
}
