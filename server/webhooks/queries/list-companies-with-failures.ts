import { listCompaniesWithFailedDeliveries } from "../repository/deliveries";
import { RETRIED_FOR_MS } from "../rules/replay";

/** Whose deliveries of the last day failed, before a company is known. */
export const listCompaniesWithFailures = ({ now }: { now: Date }): Promise<string[]> =>
  listCompaniesWithFailedDeliveries(new Date(now.getTime() - RETRIED_FOR_MS));
