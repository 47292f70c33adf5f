import type { SandboxRequest } from "../http/route";
import { bearerToken } from "../http/route";
import type { CalcomSchedule, CalcomState, CalcomUser } from "./state";

export const ALL_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The account of a request that passed the guard. */
export function accountOf(request: SandboxRequest): string {
  return bearerToken(request) ?? "";
}

/** The user whose key it is; a key nobody was created for gets a user at once. */
export function keyHolder(state: CalcomState, account: string): CalcomUser {
  const [first] = state.of(state.users, account);
  if (first) return first;
  const id = state.nextId();
  const [name, username] = ["Sandbox Inhaber", `inhaber-${id}`];
  return addUser(state, {
    id,
    account,
    name,
    username,
    email: `${username}@sandbox.example`,
    timeZone: "Europe/Berlin",
  });
}

/**
 * Adds a user whose default schedule is always open: until the product writes its hours there, what it may book is
 * decided by other bookings alone.
 */
export function addUser(state: CalcomState, user: CalcomUser): CalcomUser {
  state.users.set(user.id, user);
  const known = [...state.schedules.values()].some(({ ownerId }) => ownerId === user.id);
  if (!known) {
    const availability = [{ days: ALL_DAYS, startTime: "00:00", endTime: "23:59" }];
    const { account, timeZone, id: ownerId } = user;
    const schedule = { id: state.nextId(), account, ownerId, timeZone, name: "Immer offen", isDefault: true };
    state.schedules.set(schedule.id, { ...schedule, availability, overrides: [] });
  }
  return user;
}

export function defaultSchedule(state: CalcomState, ownerId: number): CalcomSchedule | undefined {
  return [...state.schedules.values()].find((schedule) => schedule.ownerId === ownerId && schedule.isDefault);
}
