import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { SpeechLanguage } from "@/server/speech/schema";
import { type FailingCall, findFailingCall } from "../../repository/failures";
import { toWire } from "../rules/answers";
import { sentencesOf } from "../rules/say/voice";
import { withinDeadline } from "../rules/within-deadline";

/** The caller has waited long enough: so much longer it may take to find out where to put them through. */
const WAY_ON_MS = 250;

// Not audited: it reads what was written down already.
/**
 * What is said when a function has failed: the first time that somebody may call back. A second time in one call it is no
 * accident any more: then the caller is put through to the branch's fallback number, and where it has none a message is taken.
 */
export async function excuseFailure(
  language: SpeechLanguage,
  findCall: (() => Promise<FailingCall | null>) | undefined,
): Promise<Record<string, unknown>> {
  const call = findCall
    ? await withinDeadline(
        findCall().catch(() => null),
        { deadlineMs: WAY_ON_MS, whenLate: () => null },
      )
    : null;
  const say = sentencesOf(language);
  const error = { status: "error", next_function: "request-callback" } as const;
  if (!call || call.failures === 0) return toWire({ ...error, say: say.failure() });
  const { fallbackPhone: number, branchName: name } = call;
  const transfer = { number, name };
  return toWire({
    ...error,
    ...{ reason: "failed_again", transfer },
    say: number ? say.failedAgain(name) : say.takingMessage(),
  });
}

export const failingCallOf =
  (ctx: CompanyContext, call: { retellCallId: string; branchId: string }) => (): Promise<FailingCall | null> =>
    transact(ctx, (tx) => findFailingCall(tx, call));
