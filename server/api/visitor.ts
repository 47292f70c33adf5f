import { forwardedAddress } from "@/server/core/forwarded-address";
import { newId } from "@/server/core/ids";
import { cookieOf } from "./session-cookie";

/** By which a browser is known again when somebody signs in with it. */
export const DEVICE_COOKIE = "device";

const SANE_ID = /^[\w.-]{8,64}$/;
const MAX_AGENT = 300;

export interface Visitor {
  requestId: string;
  ip: string | undefined;
  userAgent: string | undefined;
  device: string | undefined;
}

/** Who asks, by the headers. */
export function visitorOf(headers: Headers): Visitor {
  const given = headers.get("x-request-id") ?? "";
  return {
    requestId: SANE_ID.test(given) ? given : newId(),
    ip: forwardedAddress(headers.get("x-forwarded-for")),
    userAgent: headers.get("user-agent")?.slice(0, MAX_AGENT) || undefined,
    device: cookieOf(headers, DEVICE_COOKIE),
  };
}
