import type { ExceptionView } from "@/server/availability/exceptions/schema";
import type { Shift } from "@/server/availability/hours/schema";
import type { ExceptionKind } from "@/server/availability/schema";

/** What the form holds: whose time it is as one choice, and whether whole days are meant. */
export interface AbsenceValues {
  /** `company`, `branch:<id>`, `staff:<id>`, `resource:<id>`; empty until somebody chooses. */
  owner: string;
  kind: ExceptionKind;
  startsOn: string;
  endsOn: string;
  isWhole: boolean;
  startTime: string;
  endTime: string;
  hours: Shift[];
  reason: string;
  isConfirmed: boolean;
}

export const ownerTypeOf = (owner: string) => (owner.split(":")[0] || "staff") as ExceptionView["ownerType"];

export function newValues(owner: string, today: string): AbsenceValues {
  return {
    ...{
      owner,
      kind: ownerTypeOf(owner) === "staff" ? "vacation" : "closed",
      startsOn: today,
      endsOn: today,
      isWhole: true,
    },
    ...{
      startTime: "09:00",
      endTime: "12:00",
      hours: [{ startTime: "09:00", endTime: "13:00" }],
      reason: "",
      isConfirmed: false,
    },
  };
}

export function valuesOf(absence: ExceptionView): AbsenceValues {
  const { ownerType, branchId, staffId, resourceId, kind, startsOn, endsOn, startTime, endTime, hours, reason } =
    absence;
  const owner = ownerType === "company" ? "company" : `${ownerType}:${staffId ?? resourceId ?? branchId}`;
  return {
    ...newValues(owner, startsOn),
    ...{ kind, endsOn, isWhole: startTime === null, reason: reason ?? "" },
    ...(startTime && endTime ? { startTime, endTime: endTime === "24:00" ? "00:00" : endTime } : {}),
    ...(hours ? { hours } : {}),
  };
}

/** As the server wants it. */
export function toInput(values: AbsenceValues) {
  const { owner, kind, startsOn, endsOn, isWhole, startTime, endTime, hours, reason, isConfirmed } = values;
  const [type, id = null] = owner.split(":");
  const isSpecial = kind === "special_hours";
  const times =
    isWhole || isSpecial
      ? { startTime: null, endTime: null }
      : { startTime, endTime: endTime === "00:00" ? "24:00" : endTime };
  return {
    ...{
      branchId: type === "branch" ? id : null,
      staffId: type === "staff" ? id : null,
      resourceId: type === "resource" ? id : null,
    },
    ...{ kind, startsOn, endsOn, ...times, hours: isSpecial ? hours : null, reason: reason || null, isConfirmed },
  };
}
