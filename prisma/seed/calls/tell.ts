import type { PlannedAppointment } from "../appointments/planned";
import type { CustomerDraft } from "../customers/draft";
import type { Random } from "../random";
import { startConversation } from "./conversation";
import { type CallWorld, draftAppointmentCalls } from "./draft-appointments";
import { draftOtherCalls } from "./draft-others";
import { openCall } from "./opening";
import { personaOf } from "./personas";
import { bookingScene } from "./scene-booking";
import { cancellingScene, reschedulingScene } from "./scene-changes";
import { questionScene } from "./scene-question";
import { abandonedScene, spamScene, unclearScene, voicemailScene } from "./scenes-short";
import type { CallDraft, Setting, ToldCall } from "./told";

/** Callers without a story of their own ring from here; no customer has one of these. */
const STRANGERS = "+493023125";
const UNASKED = [abandonedScene, voicemailScene, spamScene, unclearScene];

/** All calls of a business in the order in which they came; the appointments learn which call changed them. */
export function tellCalls(world: CallWorld, customers: CustomerDraft[]): ToldCall[] {
  const { business, planned } = world;
  const aboutAppointments = draftAppointmentCalls(world);
  const count = business.volumes.calls - aboutAppointments.length;
  const drafts = [...aboutAppointments, ...draftOtherCalls(world, { customers, count })];
  drafts.sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  const knownSince = firstContacts(planned, aboutAppointments);
  return drafts.map((draft, index) => {
    const { customer, startedAt } = draft;
    const since = customer ? knownSince.get(customer.index) : undefined;
    if (customer && since === undefined) knownSince.set(customer.index, startedAt.getTime());
    const isKnown = since !== undefined && since < startedAt.getTime();
    return tell(draft, { world, index, isKnown });
  });
}

/** When each customer was first heard of, by their bookings. */
function firstContacts(planned: PlannedAppointment[], drafts: CallDraft[]): Map<number, number> {
  const bookingCalls = new Map(
    drafts.filter(({ scene }) => scene === bookingScene).map((draft) => [draft.appointment, draft]),
  );
  const first = new Map<number, number>();
  for (const appointment of planned) {
    const at = (bookingCalls.get(appointment)?.startedAt ?? appointment.bookedAt).getTime();
    const before = first.get(appointment.customer.index);
    if (before === undefined || at < before) first.set(appointment.customer.index, at);
  }
  return first;
}

function tell(
  draft: CallDraft,
  { world, index, isKnown }: { world: CallWorld; index: number; isKnown: boolean },
): ToldCall {
  const { scene, ...about } = draft;
  const { business, random } = world;
  const talk = startConversation(random);
  const persona = personaOf(draft.customer, random);
  const setting: Setting = {
    ...about,
    index,
    business,
    random,
    talk,
    persona,
    isKnown,
    fromNumber: numberOf(draft, random),
  };
  const opened = UNASKED.includes(scene) ? greet(setting) : openCall(setting);
  const notes = scene(setting);
  linkAppointment(draft, setting);
  const { random: _random, persona: _persona, ...told } = setting;
  const refuses =
    scene === questionScene && random.chance(0.05)
      ? { consent: "none" as const, consentWords: "Nein, das möchte ich nicht." }
      : {};
  return { ...told, ...usual, ...opened, ...notes, ...refuses };
}

const usual = { sentiment: "neutral", disconnectionReason: "user_hangup", extracted: {} } as const;

/** Where nobody answers the question for consent, nothing was asked. */
function greet({ business, talk }: Setting): Pick<ToldCall, "consent" | "consentWords" | "identityLevel"> {
  talk.agent(
    `Guten Tag, ${business.name}, hier ist ${business.agent.name}, die KI-Assistentin. Was kann ich für Sie tun?`,
  );
  return { consent: "unasked", consentWords: null, identityLevel: 0 };
}

function numberOf({ customer, appointment }: CallDraft, random: Random): string | null {
  const own = customer?.mobile ?? customer?.landline;
  if (own) return !appointment && random.chance(0.05) ? null : own;
  return random.chance(0.15) ? null : `${STRANGERS}${random.between(150, 299)}`;
}

/** What a call did to an appointment happened when its function was called. */
function linkAppointment({ scene, appointment, startedAt }: CallDraft, { index, talk }: Setting): void {
  const at = new Date(startedAt.getTime() + Math.round((talk.invocations.at(-1)?.at ?? 0) * 1000));
  if (!appointment) return;
  if (scene === bookingScene) Object.assign(appointment, { bookedInCall: index, bookedAt: at });
  if (scene === cancellingScene) Object.assign(appointment, { cancelledInCall: index, cancelledAt: at });
  if (scene === reschedulingScene && appointment.movedFrom)
    appointment.movedFrom = { ...appointment.movedFrom, movedAt: at, callIndex: index };
}
