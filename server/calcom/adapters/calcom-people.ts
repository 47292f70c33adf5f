import { z } from "zod";
import type { CalcomHttp } from "./calcom-http";
import { oneAnswer, rowsAnswer } from "./calcom-rows";

const VERSION = "2024-08-13";
const PAGE = 250;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const me = z
  .looseObject({
    ...{ id: z.int(), email: z.string(), username: text, name: text, timeZone: text },
    organizationId: z.int().nullish().catch(null),
  })
  .transform(({ id, email, username, name, timeZone, organizationId }) => {
    return { id, email, username, name, timeZone, organizationId: organizationId ?? null };
  });
export type CalcomAccount = z.infer<typeof me>;

const team = z.looseObject({ id: z.int(), name: z.string() }).transform(({ id, name }) => ({ id, name }));
export type CalcomTeam = z.infer<typeof team>;

const member = z
  .looseObject({
    userId: z.int(),
    accepted: z.boolean().nullish(),
    role: z.string().nullish(),
    user: z.looseObject({ email: z.string(), name: text, username: text }),
  })
  .transform(({ userId, accepted, role, user: { email, name, username } }) => ({
    userId,
    email,
    name: name || username || email,
    role: role ?? "MEMBER",
    isAccepted: accepted !== false,
  }));
export type CalcomMember = z.infer<typeof member>;

export function peopleCalls(http: CalcomHttp) {
  return {
    /** Whose key it is. */
    me: () => http.read({ path: "/me", version: VERSION, answer: oneAnswer(me) }),
    listTeams: async (): Promise<CalcomTeam[]> =>
      (await http.read({ path: "/teams", version: VERSION, answer: rowsAnswer(team) })).rows,
    async listMembers(teamId: number): Promise<CalcomMember[]> {
      const all: CalcomMember[] = [];
      for (let skip = 0; ; skip += PAGE) {
        const query = { take: String(PAGE), skip: String(skip) };
        const path = `/teams/${teamId}/memberships`;
        const page = await http.read({ path, version: VERSION, query, answer: rowsAnswer(member) });
        all.push(...page.rows);
        if (page.rows.length + page.unreadable.length < PAGE) return all;
      }
    },
  };
}
