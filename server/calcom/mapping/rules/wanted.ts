import { plain } from "./match";

export interface Offered {
  serviceId: string;
  service: string;
  staffId: string;
  staff: string;
  lengthMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Only we book it over there. */
  isHidden?: boolean;
  /** What it is booked for, where that is not always the same. */
  lengths?: number[];
}

export interface WantedEventType {
  title: string;
  slug: string;
  lengthMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  hostId?: number;
  isHidden?: boolean;
  lengthOptions?: number[];
}

/** How a service by one person is to stand over there; in a team the person is told apart by the address and serves it alone. */
export function wantedEventType(
  offer: Offered,
  { teamId, calcomUserId }: { teamId: number | null; calcomUserId: number },
) {
  const { service, staff, lengthMinutes, bufferBeforeMinutes, bufferAfterMinutes, isHidden, lengths } = offer;
  const isTeam = teamId !== null;
  const wanted: WantedEventType = {
    title: isTeam ? `${service} – ${staff}` : service,
    slug: slugOf(isTeam ? `${service} ${staff}` : service),
    ...{ lengthMinutes, bufferBeforeMinutes, bufferAfterMinutes },
    ...(isTeam ? { hostId: calcomUserId } : {}),
    ...(isHidden ? { isHidden } : {}),
    ...(lengths ? { lengthOptions: lengths } : {}),
  };
  return wanted;
}

const UMLAUTS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue" };
const slugOf = (text: string): string =>
  plain(text.toLowerCase().replaceAll(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter)).replaceAll(" ", "-") ||
  "termin";

interface Standing extends Omit<WantedEventType, "hostId" | "isHidden" | "lengthOptions"> {
  hostIds: number[];
  isHidden: boolean;
  lengthOptions: number[];
}

/** Whether it stands over there as it is wanted. */
export function isAsWanted(there: Standing, { hostId, lengthOptions, ...wanted }: WantedEventType): boolean {
  const isSame =
    Object.entries(wanted).every(([field, value]) => there[field as keyof typeof wanted] === value) &&
    (!lengthOptions || lengthOptions.join() === there.lengthOptions.join());
  return isSame && (hostId === undefined || (there.hostIds.length === 1 && there.hostIds[0] === hostId));
}
