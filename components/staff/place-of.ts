import type { MemberView } from "@/server/identity/team/schema";

/** A member's place as the team's command wants it, with nothing changed yet. */
export function placeOf(member: MemberView | undefined) {
  return {
    membershipId: member?.id ?? "",
    roleId: member?.role.id ?? "",
    branchIds: member?.branches.map(({ id }) => id) ?? [],
  };
}
