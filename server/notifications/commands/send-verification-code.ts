import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { notify } from "./notify";

export interface CodeRequest {
  customerId: string;
  phone: string;
  codeEncrypted: string;
  eventId: string;
}

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/** Sends a caller the code that proves the number; the code itself is kept encrypted. */
export async function sendVerificationCode(ctx: CompanyContext, request: CodeRequest): Promise<void> {
  const { customerId, phone, codeEncrypted, eventId } = request;
  await transact(ctx, (tx) =>
    notify(tx, {
      event: "verification_code",
      customerId,
      recipient: phone,
      data: { codeEncrypted },
      dedupeKey: `verification_code:${eventId}`,
    }),
  );
}
