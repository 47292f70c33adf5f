import type { CompanyContext } from "@/server/core/context";
import { env } from "@/server/core/env";

/** Where Cal.com tells a company of changes; whoever knows it can still say nothing without the secret. */
export const webhookAddress = (key: string): string => `${env().APP_URL.replace(/\/$/, "")}/webhooks/calcom/${key}`;

/** The addresses that lead to this company: by its token, and by its id. */
export const listAddresses = ({ companyId }: CompanyContext, token: string): string[] =>
  [token, companyId].map(webhookAddress);
