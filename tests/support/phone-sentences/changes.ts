import type { FunctionName } from "@/server/calls/functions/schema";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { iso } from "../coming-days";
import { setPolicy } from "../salon-line";
import { type Answer, ask } from "../telephone";
import { ANY, type Reason } from "./reason";
import {
  anew,
  booked,
  inTurn,
  massage,
  ours,
  type SpokenLine,
  secondBranch,
  takenByOthers,
  thursday,
} from "./spoken-line";

const CANCEL: FunctionName[] = ["cancel-appointment"];
const MOVE: FunctionName[] = ["reschedule-appointment"];
const BOTH = [...CANCEL, ...MOVE];
/** Every appointment is soon for this rule. */
const ALWAYS_LATE = { minHoursNotice: 24 * 365 };
const toThursday = { starts_at: iso(thursday, 14) };
const moved = { when: ANY, service: "Massage", staff: "Julia Berg" };

type Policies = Partial<Record<"cancellation" | "reschedule" | "deposit", object>>;
type Wanted = { rules?: Policies; data?: object; args?: Record<string, unknown>; confirms?: boolean };

/** Changes Anna's only appointment under these rules; a yes follows the warning. */
const change =
  ({ rules = {}, data, args = toThursday, confirms = false }: Wanted = {}) =>
  async (line: SpokenLine, name: FunctionName): Promise<Answer> => {
    const id = await booked(line);
    if (data) await platformClient().appointment.update({ where: { id }, data });
    for (const [type, config] of Object.entries(rules) as [keyof Policies, object][])
      await setPolicy(line, type, config);
    const call = anew(line);
    return confirms ? inTurn(call, [name, args], [name, { ...args, confirm: true }]) : ask(name, call, args);
  };

const fee = { ...ALWAYS_LATE, feeCents: 1500, violationAction: "charge_fee" };
const share = { ...ALWAYS_LATE, feePercent: 50, violationAction: "charge_fee" };
const movedOften = { moveCount: 3 };
const never = { minHoursNotice: 0, maxFreePerMonth: 0 };

const CANCELLED: Reason[] = [
  {
    from: CANCEL,
    status: "ok",
    says: (say) => say.cancelled({ when: ANY, fee: null, refund: null }),
    asked: change({ rules: { cancellation: { minHoursNotice: 0 } } }),
  },
  {
    from: CANCEL,
    status: "ok",
    says: (say) => say.cancelled({ when: ANY, fee: ANY, refund: null }),
    asked: change({ rules: { cancellation: fee }, confirms: true }),
  },
  {
    from: CANCEL,
    status: "ok",
    says: (say) => say.cancelled({ when: ANY, fee: null, refund: ANY }),
    asked: change({
      rules: { cancellation: { minHoursNotice: 0 }, deposit: { refundableUntilHours: 0 } },
      data: { depositCents: 1000, depositPaidCents: 1000, depositPaidAt: new Date(0) },
    }),
  },
  {
    from: CANCEL,
    status: "ok",
    says: (say) => say.cancelled({ when: ANY, fee: ANY, refund: ANY }),
    asked: change({
      rules: { cancellation: fee, deposit: { refundableUntilHours: 0 } },
      data: { depositCents: 3000, depositPaidCents: 3000, depositPaidAt: new Date(0) },
      confirms: true,
    }),
  },
  {
    from: CANCEL,
    status: "needs_input",
    says: (say) => say.cancelWarning({ why: say.policyReasons.short_notice ?? "", fee: null }),
    asked: change({ rules: { cancellation: ALWAYS_LATE } }),
  },
  {
    from: CANCEL,
    status: "needs_input",
    says: (say) => say.cancelWarning({ why: say.policyReasons.short_notice ?? "", fee: ANY }),
    asked: change({ rules: { cancellation: fee } }),
  },
  {
    from: CANCEL,
    status: "needs_input",
    says: (say) =>
      say.cancelWarning({ why: say.policyReasons.short_notice ?? "", fee: say.share({ fee: ANY, percent: 50 }) }),
    asked: change({ rules: { cancellation: share } }),
  },
  {
    from: CANCEL,
    status: "needs_input",
    says: (say) => say.cancelWarning({ why: say.policyReasons.too_many_cancellations ?? "", fee: null }),
    asked: change({ rules: { cancellation: never } }),
  },
  {
    from: CANCEL,
    status: "not_allowed",
    says: (say) => say.cancelBlocked(say.policyReasons.short_notice ?? ""),
    asked: change({ rules: { cancellation: { ...ALWAYS_LATE, violationAction: "block" } } }),
  },
  {
    from: CANCEL,
    status: "not_allowed",
    says: (say) => say.cancelBlocked(say.policyReasons.too_many_cancellations ?? ""),
    asked: change({ rules: { cancellation: { ...never, violationAction: "block" } } }),
  },
];

const MOVED: Reason[] = [
  {
    from: MOVE,
    status: "ok",
    says: (say) => say.moved(moved),
    asked: change({ rules: { reschedule: { minHoursNotice: 0 } } }),
  },
  {
    from: MOVE,
    status: "needs_input",
    says: (say) => say.moveWarning({ why: say.policyReasons.short_notice ?? "", fee: null }),
    asked: change({ rules: { reschedule: ALWAYS_LATE } }),
  },
  {
    from: MOVE,
    status: "needs_input",
    says: (say) => say.moveWarning({ why: say.policyReasons.short_notice ?? "", fee: ANY }),
    asked: change({
      rules: { reschedule: { ...ALWAYS_LATE, violationAction: "charge_fee" }, cancellation: { feeCents: 1500 } },
    }),
  },
  {
    from: MOVE,
    status: "needs_input",
    says: (say) =>
      say.moveWarning({ why: say.policyReasons.short_notice ?? "", fee: say.share({ fee: ANY, percent: 50 }) }),
    asked: change({
      rules: { reschedule: { ...ALWAYS_LATE, violationAction: "charge_fee" }, cancellation: { feePercent: 50 } },
    }),
  },
  {
    from: MOVE,
    status: "needs_input",
    says: (say) => say.moveWarning({ why: say.policyReasons.moved_too_often ?? "", fee: null }),
    asked: change({ data: movedOften }),
  },
  {
    from: MOVE,
    status: "not_allowed",
    says: (say) => say.moveBlocked(say.policyReasons.short_notice ?? ""),
    asked: change({ rules: { reschedule: { ...ALWAYS_LATE, violationAction: "block" } } }),
  },
  {
    from: MOVE,
    status: "not_allowed",
    says: (say) => say.moveBlocked(say.policyReasons.moved_too_often ?? ""),
    asked: change({ rules: { reschedule: { violationAction: "block" } }, data: movedOften }),
  },
  {
    from: MOVE,
    status: "conflict",
    says: (say) => say.taken(ANY),
    asked: async (line, name) => {
      await takenByOthers(line, 14, thursday);
      return change()(line, name);
    },
  },
  {
    from: MOVE,
    status: "unavailable",
    says: (say) => say.notFree(say.closedReasons.closed, ANY),
    asked: change({ args: { starts_at: iso(thursday, 23) } }),
  },
  {
    from: MOVE,
    status: "unavailable",
    says: (say) =>
      say.freeWithOthers({
        reason: say.closedReasons.staff_does_not_offer_it,
        staff: "Julia Berg",
        offers: ANY,
      }),
    asked: change({ args: { ...toThursday, staff: "Murat" } }),
  },
  {
    from: MOVE,
    status: "needs_input",
    says: (say) => say.otherBranch({ offered: "Stadtpark", own: "Hauptfiliale" }),
    asked: async (line, name) => {
      const { id: branchId } = await secondBranch(line);
      const there = { ...ours(line), branchId };
      await platformClient().branchService.create({ data: { id: newId(), ...there, serviceId: line.massage.id } });
      await platformClient().staffBranch.create({ data: { id: newId(), ...there, staffId: line.julia.id } });
      await booked(line);
      const wish = { ...massage, branch: "Stadtpark", date: thursday, time: "15:00" };
      const { slot } = await ask("check-availability", line.call, wish);
      return ask(name, line.call, { slot_id: slot.slot_id });
    },
  },
];

/** What becomes of an appointment that is there, and which one is meant. */
export const CHANGES: Reason[] = [
  ...CANCELLED,
  ...MOVED,
  {
    from: BOTH,
    status: "unavailable",
    says: (say) => say.noAppointments(),
    asked: (line, name) => ask(name, line.call, toThursday),
  },
  {
    from: BOTH,
    status: "needs_input",
    says: (say) => say.whichAppointment(ANY),
    asked: async (line, name) => {
      await booked(line);
      await booked(line, { hour: 14 });
      return ask(name, line.call, toThursday);
    },
  },
];
