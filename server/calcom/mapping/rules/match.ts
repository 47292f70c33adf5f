import type { RemoteEventType, RemoteMember } from "../schema";

/** Words without case, accents and signs: "Möller, Anna" and "moller anna" are one. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, " ")
    .trim();

interface Person {
  staffId: string;
  name: string;
  email: string | null;
}

/** Who is who, by e-mail and then by name; where two could be meant nobody is. */
export function matchMembers(people: readonly Person[], members: readonly RemoteMember[]): Map<string, number> {
  const found = new Map<string, number>();
  const taken = () => new Set(found.values());
  const match = (isSame: (person: Person, member: RemoteMember) => boolean) => {
    const [left, free] = [people.filter(({ staffId }) => !found.has(staffId)), taken()];
    for (const person of left) {
      const fitting = members.filter((member) => !free.has(member.userId) && isSame(person, member));
      const [first] = fitting;
      const isOnly = first && left.filter((other) => isSame(other, first)).length === 1;
      if (fitting.length === 1 && isOnly) found.set(person.staffId, first.userId);
    }
  };
  match(({ email }, member) => email !== null && email.toLowerCase() === member.email.toLowerCase());
  match(({ name }, member) => plain(name) !== "" && plain(name) === plain(member.name));
  return found;
}

interface Offer {
  service: string;
  staff: string;
  lengthMinutes: number;
  /** Who they are over there. */
  calcomUserId: number | null;
}

/** The event type that seems to be meant: served by this person alone, named like the service, as long as it if there are several. */
export function proposeEventType<E extends RemoteEventType>(offer: Offer, eventTypes: readonly E[]): E | null {
  const { calcomUserId, service, staff, lengthMinutes } = offer;
  if (calcomUserId === null) return null;
  const names = [plain(service), plain(`${service} ${staff}`)];
  const fitting = eventTypes.filter(
    ({ title, hostIds }) => names.includes(plain(title)) && hostIds.length === 1 && hostIds[0] === calcomUserId,
  );
  const [only] = fitting.length === 1 ? fitting : fitting.filter((one) => one.lengthMinutes === lengthMinutes);
  return only ?? null;
}
