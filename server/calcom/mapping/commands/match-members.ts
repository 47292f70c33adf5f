import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import { listPeople, writeMember } from "../repository";
import { matchMembers as match } from "../rules/match";
import type { MatchedMembers, SetMemberInput } from "../schema";
import { readAccount } from "./read-account";
import { requirePerson } from "./require-offer";

/** Finds out who is who, by e-mail and then by name; whoever was matched by hand stays. */
export async function matchMembers(ctx: CompanyContext): Promise<MatchedMembers> {
  const { calcomTeamId } = await transact(ctx, readCalcomPlace);
  const { members } = await readAccount(ctx, calcomTeamId);
  return transact(ctx, async (tx) => {
    const people = await listPeople(tx);
    const known = people.map(({ calcomUserId }) => calcomUserId);
    const left = people.filter(({ calcomUserId }) => calcomUserId === null);
    const free = members.filter(({ userId }) => !known.includes(userId));
    const found = match(left, free);
    for (const [staffId, calcomUserId] of found) await writeMember(tx, { staffId, calcomUserId });
    recordAudit(tx, {
      action: "match_calcom_members",
      subjectType: "integration",
      after: { matched: left.filter(({ staffId }) => found.has(staffId)).map(({ name }) => name) },
    });
    return { matched: found.size, left: left.length - found.size };
  });
}

/** Says who somebody is over there, or that they are nobody. */
export async function setMember(ctx: CompanyContext, { staffId, calcomUserId }: SetMemberInput): Promise<void> {
  const calcomTeamId = await transact(ctx, async (tx) => {
    await requirePerson(tx, staffId);
    return (await readCalcomPlace(tx)).calcomTeamId;
  });
  const isThere =
    calcomUserId === null ||
    (await readAccount(ctx, calcomTeamId)).members.some(({ userId }) => userId === calcomUserId);
  if (!isThere) throw notFound("calcom_member");
  await transact(ctx, async (tx) => {
    const before = await requirePerson(tx, staffId);
    await writeMember(tx, { staffId, calcomUserId });
    recordAudit(tx, {
      action: "match_calcom_members",
      subjectType: "staff",
      subjectId: staffId,
      before: { calcomUserId: before.calcomUserId },
      after: { calcomUserId },
    });
  });
}
