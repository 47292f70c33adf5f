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

export function scheduleCalls(http: CalcomHttp) {
  return {
    /** Without a team those of the key's owner. */
    listSchedules: async (teamId: number | null): Promise<CalcomSchedule[]> => {
      const path = teamId === null ? "/schedules" : `/teams/${teamId}/schedules`;
      return (await http.read({ path, version: VERSION, answer: rowsAnswer(schedule) })).rows;
    },
    createSchedule: (wish: ScheduleWish): Promise<CalcomSchedule> => {
      const answer = oneAnswer(schedule);
      return http.write({ path: "/schedules", version: VERSION, method: "POST", body: { ...wish }, answer });
    },
    updateSchedule: ({ id, ...wish }: Partial<ScheduleWish> & { id: number }): Promise<CalcomSchedule> => {
      const answer = oneAnswer(schedule);
      return http.write({ path: `/schedules/${id}`, version: VERSION, method: "PATCH", body: { ...wish }, answer });
    },
  };
}
