import { tracked } from "@trpc/server";
import { z } from "zod";
import { AppError, type Refusal } from "@/server/core/errors";
import { type LiveEvent, listenLive } from "@/server/core/live";
import { roleChanged } from "@/server/identity/events";
import { peekSession } from "@/server/identity/queries/find-session";
import { checkIpAllowlist } from "@/server/identity/rules/ip-allowlist";
import { can, type Permission } from "@/server/identity/rules/permissions";
import { findCompanyStanding } from "@/server/tenancy/queries/find-company-standing";
import { isOn } from "@/server/tenancy/rules/feature-flags";
import { checkStanding } from "@/server/tenancy/rules/standing";
import { memberProcedure } from "./procedures";
import { refuse } from "./refusal";
import { router } from "./trpc";

/** How long somebody whose right to listen ended without an announcement may still hear what happens. */
const RECHECK_MS = 30_000;

/** Events of a context are heard by those who may see its rows; the rest say that something happened, and nothing more. */
const NEEDED: Record<string, Permission> = {
  appointment: "view_appointments",
  call: "view_calls",
  callback: "view_callbacks",
  customer: "view_customers",
  notification: "view_appointments",
  team: "view_team",
};

export interface Listener {
  sessionId: string;
  /** What the session said when the stream began: another choice ends it. */
  activeCompanyId: string | null;
  companyId: string;
  permissions: readonly string[];
  roleKey: string;
  ip: string | undefined;
  /** An operator who looks into the company: from wherever they are, also into one that is suspended. */
  isVisiting?: boolean;
  /** Sees only some rows of the company: then an event names none, and the pages ask what is theirs. */
  isRestricted: boolean;
  signal: AbortSignal;
  recheckMs?: number;
}

/** What this person may hear of their company, until they leave, are signed out or switch to another company. */
export async function* hearEvents(listener: Listener): AsyncGenerator<LiveEvent, void> {
  const ended = new AbortController();
  const recheck = async () => {
    const refusal = await checkListener(listener);
    if (refusal) ended.abort(new AppError(refusal));
  };
  const watch = setInterval(recheck, listener.recheckMs ?? RECHECK_MS);
  try {
    for await (const event of listenLive(listener.companyId, AbortSignal.any([listener.signal, ended.signal]))) {
      if (event.name === PLACE_CHANGED) await recheck();
      if (isOwnSessionEnded(listener, event)) throw new AppError({ code: "UNAUTHENTICATED", reason: "signed_out" });
      if (isOwnRoleChanged(listener, event))
        throw new AppError({ code: "PRECONDITION_FAILED", reason: "role_changed" });
      if (mayHear(listener.permissions, event)) yield tellable(listener, event);
    }
  } finally {
    clearInterval(watch);
  }
  ended.signal.throwIfAborted();
}

/** Says why they may not listen any longer; a database that does not answer is no reason. */
async function checkListener(listener: Listener): Promise<Refusal | null> {
  const { sessionId, activeCompanyId, companyId, ip, isVisiting } = listener;
  const session = await peekSession(sessionId).catch(() => undefined);
  if (session === undefined) return null;
  const place = session?.places.find((each) => each.companyId === companyId);
  if (!session || !place) return { code: "UNAUTHENTICATED", reason: "signed_out" };
  const standing = await findCompanyStanding(companyId).catch(() => null);
  const refusal = isVisiting
    ? null
    : (checkIpAllowlist(place.ipAllowlist, ip) ?? (standing && checkStanding(standing)));
  if (refusal) return refusal;
  if (standing && !isOn(standing.featureFlags, "live_updates"))
    return { code: "FEATURE_DISABLED", reason: "feature_disabled" };
  if (session.activeCompanyId === activeCompanyId) return null;
  return { code: "PRECONDITION_FAILED", reason: "company_switched" };
}

const neededFor = ({ name }: LiveEvent): Permission | undefined => NEEDED[name.split("/")[0] ?? ""];

function mayHear(permissions: readonly string[], event: LiveEvent): boolean {
  if (event.name.startsWith(SESSION)) return false;
  const needed = neededFor(event);
  return needed === undefined || can(permissions, needed);
}

/** Told to every stream, and meant for one. */
const SESSION = "session/";
/** Somebody's place in the company, or how the company stands, is another one: each stream asks again for itself. */
const PLACE_CHANGED = `${SESSION}place-changed`;
const isOwnSessionEnded = ({ sessionId }: Listener, { name, data }: LiveEvent): boolean =>
  name === `${SESSION}ended` && (data as { sessionId?: string } | undefined)?.sessionId === sessionId;

/** What the stream began with no longer holds. */
function isOwnRoleChanged({ roleKey }: Listener, { name, data }: LiveEvent): boolean {
  return name === roleChanged.name && (data as { roleKey?: string } | undefined)?.roleKey === roleKey;
}

function tellable({ isRestricted }: Listener, event: LiveEvent): LiveEvent {
  if (!isRestricted && neededFor(event)) return event;
  const { data: _data, ...told } = event;
  return told;
}

export const liveRouter = router({
  /** One stream for each browser; `live/ready` comes first and after every gap. */
  events: memberProcedure
    .meta({ permission: "signed_in", feature: "live_updates" })
    .input(z.object({ lastEventId: z.string().max(64).nullish() }).optional())
    .subscription(async function* ({ ctx, signal = new AbortController().signal }) {
      const { permissions, company, session, membership } = ctx;
      const { branchIds = [], staffId } = company.restriction ?? {};
      const isRestricted = staffId !== undefined || branchIds.length > 0;
      const { roleKey } = membership;
      const { sessionId } = session;
      const isVisiting = session.impersonation !== null;
      const listener = {
        sessionId,
        ip: ctx.ip,
        isVisiting,
        permissions,
        roleKey,
        isRestricted,
        signal,
        companyId: company.companyId,
      };
      try {
        for await (const event of hearEvents({ ...listener, activeCompanyId: session.activeCompanyId })) {
          yield tracked(event.id, { name: event.name, data: event.data });
        }
      } catch (error) {
        throw refuse(error, ctx.requestId);
      }
    }),
});
