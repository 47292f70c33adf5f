import { z } from "zod";
import type { CalcomHttp } from "./calcom-http";
import { oneAnswer, rowsAnswer } from "./calcom-rows";

const VERSION = "2024-06-11";

const hours = { startTime: z.string(), endTime: z.string() };
const schedule = z
  .looseObject({
    id: z.int(),
    ownerId: z.int(),
    name: z.string(),
    timeZone: z.string(),
    isDefault: z.boolean(),
    availability: z.array(z.looseObject({ days: z.array(z.string()), ...hours })),
    overrides: z
      .array(z.looseObject({ date: z.string(), ...hours }))
      .nullish()
      .transform((given) => given ?? []),
  })
  .transform(({ id, ownerId, name, timeZone, isDefault, availability, overrides }) => {
    return { id, ownerId, name, timeZone, isDefault, availability, overrides };
  });
export type CalcomSchedule = z.infer<typeof schedule>;

/** Wall-clock times in the schedule's own zone; a list that is given replaces the whole of it. */
export interface ScheduleWish {
  name: string;
  timeZone: string;
  isDefault: boolean;
  availability: { days: string[]; startTime: string; endTime: string }[];
  overrides: { date: string; startTime: string; endTime: string }[];
}

/** Of somebody else in the organisation whose admin the key's owner is; a team alone gives no right to their hours. */
export interface ColleagueOf {
  organizationId: number;
  userId: number;
}

const pathOf = (colleague: ColleagueOf | null) =>
  colleague ? `/organizations/${colleague.organizationId}/users/${colleague.userId}/schedules` : "/schedules";

export function scheduleCalls(http: CalcomHttp) {
  return {
    /** Without a team those of the key's owner. */
    listSchedules: async (teamId: number | null): Promise<CalcomSchedule[]> => {
      const path = teamId === null ? "/schedules" : `/teams/${teamId}/schedules`;
      return (await http.read({ path, version: VERSION, answer: rowsAnswer(schedule) })).rows;
    },
    listSchedulesOf: async (colleague: ColleagueOf): Promise<CalcomSchedule[]> =>
      (await http.read({ path: pathOf(colleague), version: VERSION, answer: rowsAnswer(schedule) })).rows,
    /** Of the key's owner unless a colleague is named. */
    createSchedule: (wish: ScheduleWish, colleague: ColleagueOf | null): Promise<CalcomSchedule> => {
      const [path, answer] = [pathOf(colleague), oneAnswer(schedule)];
      return http.write({ path, version: VERSION, method: "POST", body: { ...wish }, answer });
    },
    updateSchedule: (
      { id, ...wish }: Partial<ScheduleWish> & { id: number },
      colleague: ColleagueOf | null,
    ): Promise<CalcomSchedule> => {
      const [path, answer] = [`${pathOf(colleague)}/${id}`, oneAnswer(schedule)];
      return http.write({ path, version: VERSION, method: "PATCH", body: { ...wish }, answer });
    },
  };
}
