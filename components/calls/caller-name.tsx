import type { CallView } from "@/server/calls/schema";
import { type Text, useText } from "../shared/use-text";

type Caller = Pick<CallView, "customer" | "callerPhone">;

/** The customer, else the number, else that it was withheld. `text` is `useText("calls")`. */
export function callerName({ customer, callerPhone }: Caller, text: Text): string {
  return customer?.name || callerPhone || text("hiddenNumber");
}

export function CallerName({ call }: { call: Caller }) {
  return <>{callerName(call, useText("calls"))}</>;
}
