import { recordAudit } from "@/server/core/activity";
import { companyContext } from "@/server/core/context";
import { digest, randomToken } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { log } from "@/server/core/log";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { queueAccountMail } from "../account-mail/commands/queue-account-mail";
import { insertSession, type NewSession } from "../repository/sessions";
import { listSignInPlaces, recogniseDevice, type SignInPlace } from "../repository/sign-in";
import { deviceFamily, deviceText, readDevice } from "../rules/device";
import { checkIpAllowlist } from "../rules/ip-allowlist";
import type { PortalSession } from "../rules/session";
import type { Visitor } from "../rules/visitor";
import type { ProvedPerson } from "./prove-password";
import { recordOwnActivity } from "./record-own-activity";
import { recordRefusedAddress } from "./record-refused-address";

export interface Opening {
  person: Omit<ProvedPerson, "hasTwoFactor">;
  /** Stays open although nobody uses it for hours. */
  isRemembered?: boolean;
  kind?: PortalSession["kind"];
  /** A code was right, or a passkey that checks its owner. */
  hasSecondFactor?: boolean;
}

export interface OpenedSession {
  token: string;
  expiresAt: Date;
  /** The cookie by which this browser is known from now on. */
  device: string;
  user: { id: string; name: string; email: string; locale: string };
}

const SESSION_DAYS = 30;
const TOKEN = /^[\w-]{43}$/;

/** Opens a session for somebody who has proved who they are, whichever way; only the token's digest is stored. */
export async function openSession(visitor: Visitor, opening: Opening): Promise<OpenedSession> {
  const { person, isRemembered = false, kind = "portal", hasSecondFactor = false } = opening;
  const { ip, userAgent, requestId, now = new Date() } = visitor;
  const { userId, name, email, locale } = person;
  const place = await requirePlace(visitor, person);
  const device = TOKEN.test(visitor.device ?? "") ? (visitor.device as string) : randomToken(32);
  const family = deviceFamily(userAgent);
  const seen = await recogniseDevice({ id: newId(), userId, tokenHash: digest(device), family, ip });
  const [token, sessionId] = [randomToken(32), newId()];
  const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY);
  const session = {
    ...{ sessionId, attemptId: newId(), userId, tokenHash: digest(token), kind, deviceFamily: family, ip, userAgent },
    ...{ isRemembered, expiresAt, activeCompanyId: place?.companyId ?? null, hasSecondFactor },
  };
  await enter({ companyId: place?.companyId ?? null, visitor, name }, session);
  log("security").info({ requestId, ip, userId, sessionId, kind, hasSecondFactor }, "signed in");
  if (seen === "new") {
    const where = { at: now.toISOString(), device: deviceText(readDevice(userAgent), locale), ip: ip ?? null };
    await queueAccountMail({ kind: "new_device", userId, ...where });
  }
  return { token, expiresAt, device, user: { id: userId, name, email, locale } };
}

interface Entrance {
  companyId: string | null;
  visitor: Visitor;
  name: string;
}

/** The company hears who came in, in the transaction in which they do; the platform, of people who work nowhere. */
async function enter({ companyId, visitor, name }: Entrance, session: NewSession): Promise<void> {
  const { ip, userAgent, requestId, now } = visitor;
  const { userId, kind, deviceFamily, hasSecondFactor } = session;
  const [action, after] = ["sign_in", { kind, device: deviceFamily, hasSecondFactor }];
  const person = { userId, name };
  if (!companyId)
    return recordOwnActivity({ person, visitor, action, after, work: ({ tx }) => insertSession(session, tx) });
  const actor = { kind: "user", ...person } as const;
  await transact(companyContext({ companyId, actor, ip, userAgent, requestId, now }), async (tx) => {
    await insertSession(session, tx.tx);
    recordAudit(tx, { logName: "security", action, subjectType: "user", subjectId: userId, after });
  });
}

/** The first company that admits them from where they are; null for people who work nowhere. */
async function requirePlace(visitor: Visitor, { userId, name }: Opening["person"]): Promise<SignInPlace | null> {
  const places = await listSignInPlaces(userId);
  const first = places[0];
  if (!first) return null;
  const open = places.find(({ ipAllowlist }) => !checkIpAllowlist(ipAllowlist, visitor.ip));
  if (open) return open;
  await recordRefusedAddress({ companyId: first.companyId, actor: { kind: "user", userId, name }, visitor });
  throw new AppError({ code: "FORBIDDEN", reason: "address_not_allowed", details: { ip: visitor.ip ?? null } });
}
