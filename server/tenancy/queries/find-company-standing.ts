import { type CompanyStanding, findStanding } from "../repository";

/** Whether a company may work, and what is switched on for it, for those who have no session to read it from. */
export async function findCompanyStanding(companyId: string): Promise<CompanyStanding | null> {
  return findStanding(companyId);
}
