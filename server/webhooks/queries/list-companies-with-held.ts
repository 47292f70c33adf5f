import { listCompaniesWithHeldDeliveries } from "../repository/held";

/** Whose deliveries came faster than their limit, before a company is known. */
export const listCompaniesWithHeld = (): Promise<string[]> => listCompaniesWithHeldDeliveries();
