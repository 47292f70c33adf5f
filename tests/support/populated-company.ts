import { createRows } from "./walk-rows";

/** A company with one row of everything that a call may name, and its owner. */
export async function createPopulatedCompany() {
  const { bookable, rows } = await createRows();
  return { companyId: rows.companyId, owner: bookable.company.owner, rows };
}

export type PopulatedCompany = Awaited<ReturnType<typeof createPopulatedCompany>>;
