import { listCompaniesWithEndingKeys as list } from "../repository";

/** For the sweep over all companies. */
export async function listCompaniesWithEndingKeys(): Promise<string[]> {
  return list();
}
