import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findOrigins } from "../repository";
import type { AllowedOrigins } from "../schema";

/** Which sites' pages may use the company's API in a browser. */
export async function getAllowedOrigins(ctx: CompanyContext): Promise<AllowedOrigins> {
  return { origins: await transact(ctx, findOrigins) };
}
