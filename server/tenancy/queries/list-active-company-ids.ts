import { findActiveCompanyIds } from "../repository";

/** Every company that a scheduled job works for. */
export async function listActiveCompanyIds(): Promise<string[]> {
  return findActiveCompanyIds();
}
