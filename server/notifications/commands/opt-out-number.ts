import { companyContext } from "@/server/core/context";
import { allowSms } from "@/server/customers/commands/allow-sms";
import { listCompaniesOfNumber } from "../repository/list";

/** Somebody answered STOP or START: it holds for every company that knows the number. */
export async function optOutNumber({ e164, isAllowed }: { e164: string; isAllowed: boolean }): Promise<void> {
  for (const companyId of await listCompaniesOfNumber(e164)) {
    const ctx = companyContext({ companyId, actor: { kind: "system", name: "text-message" } });
    await allowSms(ctx, { e164, isAllowed });
  }
}
