import { BYTE_ORDER_MARK, csvLine } from "@/server/audit/rules/csv";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { listProfileRows } from "../repository/profiles";
import type { StaffFilters, StaffProfile } from "../schema";
import { toStaffProfile } from "../views";

const COLUMNS = [
  ...["id", "name", "email", "phone", "home_branch", "branches", "skills", "services", "bookable", "archived"],
];
const BATCH = 500;

/** The people of a list as a table, some hundred at a time; that it was taken is an entry of the log. */
export async function* exportStaff(ctx: CompanyContext, filters: StaffFilters): AsyncGenerator<string, void> {
  await transact(ctx, async (tx) => recordAudit(tx, { action: "export_staff", subjectType: "staff", after: filters }));
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  for (let after: (string | number)[] | null = null; ; ) {
    const rows: Awaited<ReturnType<typeof listProfileRows>> = await transact(ctx, (tx) =>
      listProfileRows(tx, { filters, after, limit: BATCH }),
    );
    const page = rows.slice(0, BATCH);
    if (page.length > 0) yield page.map((row) => toLine(toStaffProfile(row))).join("");
    const last = page.at(-1);
    if (rows.length <= BATCH || !last) return;
    after = [last.name, last.id];
  }
}

function toLine(staff: StaffProfile): string {
  const { id, name, email, phone, homeBranch, branches, skills, serviceCount, isBookable, isArchived } = staff;
  const where = [homeBranch.name, branches.map((branch) => branch.name).join(", ")];
  return csvLine([id, name, email, phone, ...where, skills.join(", "), serviceCount, isBookable, isArchived]);
}
