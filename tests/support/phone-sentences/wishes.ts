import type { FunctionName } from "@/server/calls/functions/schema";
import { platformClient } from "@/server/core/db";
import { createStaff } from "../factories";
import { ask } from "../telephone";
import { ANY, type Reason } from "./reason";
import {
  atNine,
  booked,
  hidden,
  massage,
  ours,
  type SpokenLine,
  secondBranch,
  shareNumber,
  stranger,
  wednesday,
  withoutServices,
} from "./spoken-line";

const SERVICE: FunctionName[] = ["check-availability", "collect-appointment", "book-appointment"];
const needs = { status: "needs_input" } as const;
const time = { date: wednesday, time: "15:00" };

/** Moving wants an appointment that could move. */
async function asks(line: SpokenLine, name: FunctionName, args: Record<string, unknown>) {
  if (name === "reschedule-appointment") await booked(line);
  return ask(name, line.call, { ...massage, ...args });
}

/** What is wanted, with whom and when: each question that is still open. */
export const WISHES: Reason[] = [
  {
    ...needs,
    from: [...SERVICE, "determine-service", "extract-appointment-details", "company-info"],
    says: (say) => say.whichBranch(ANY),
    asked: async (line, name) => {
      await secondBranch(line);
      return ask(name, line.call, { ...massage, text: "Massage", topic: "Adresse", branch: "Xyzzy" });
    },
  },
  {
    ...needs,
    from: [...SERVICE, "determine-service"],
    says: (say) => say.askService(ANY),
    asked: (line, name) => ask(name, line.call, time),
  },
  {
    ...needs,
    from: [...SERVICE, "determine-service"],
    says: (say) => say.askService(""),
    asked: async (line, name) => {
      await withoutServices(line);
      return ask(name, line.call, time);
    },
  },
  {
    ...needs,
    from: [...SERVICE, "determine-service"],
    says: (say) => say.unknownService(ANY),
    asked: (line, name) => ask(name, line.call, { ...time, service: "Raumfahrt" }),
  },
  {
    ...needs,
    from: [...SERVICE, "determine-service"],
    says: (say) => say.unknownService(""),
    asked: async (line, name) => {
      await withoutServices(line);
      return ask(name, line.call, { ...time, service: "Raumfahrt" });
    },
  },
  {
    ...needs,
    from: [...SERVICE, "determine-service"],
    says: (say) => say.whichService(ANY),
    asked: (line, name) => ask(name, line.call, { ...time, service: "Haarschnitt" }),
  },
  {
    ...needs,
    from: [...SERVICE, "reschedule-appointment"],
    says: (say) => say.unknownStaff(ANY),
    asked: (line, name) => asks(line, name, { ...time, staff: "Xyzzy" }),
  },
  {
    ...needs,
    from: SERVICE,
    says: (say) => say.unknownStaff(""),
    asked: async (line, name) => {
      await platformClient().staff.updateMany({ where: ours(line), data: { isBookable: false } });
      return ask(name, line.call, { ...massage, ...time, staff: "Julia" });
    },
  },
  {
    ...needs,
    from: [...SERVICE, "reschedule-appointment"],
    says: (say) => say.whichStaff(ANY),
    asked: async (line, name) => {
      await createStaff(line.company, { name: "Julia Stein" });
      return asks(line, name, { ...time, staff: "Julia" });
    },
  },
  {
    ...needs,
    from: [...SERVICE, "reschedule-appointment"],
    says: (say) => say.askTime(),
    asked: (line, name) => asks(line, name, {}),
  },
  {
    ...needs,
    from: [...SERVICE, "reschedule-appointment"],
    says: (_say, { voice }) => voice.question({ kind: "past" }, null),
    asked: (line, name) => asks(line, name, { wish: line.language === "de" ? "gestern um zehn" : "yesterday at ten" }),
  },
  {
    ...needs,
    from: ["collect-appointment", "book-appointment", "reschedule-appointment"],
    says: (say) => say.askClock(ANY),
    asked: (line, name) => asks(line, name, { date: wednesday }),
  },
  {
    ...needs,
    from: ["collect-appointment", "book-appointment"],
    says: (say) => say.askName(),
    asked: (line, name) => ask(name, stranger(line), { ...massage, ...time }),
  },
  {
    ...needs,
    from: ["book-appointment"],
    says: (_say, { contacts }) => contacts.questions.phoneMissing,
    asked: (line, name) => ask(name, hidden(line), { ...massage, ...time, customer_name: "Ada Lovelace" }),
  },
  {
    ...needs,
    from: ["collect-appointment"],
    says: (say) => say.askPhone(),
    asked: (line, name) => ask(name, hidden(line), { ...massage, ...time, customer_name: "Ada Lovelace" }),
  },
  {
    ...needs,
    from: ["collect-appointment", "book-appointment", "request-callback"],
    says: (_say, { contacts }) => contacts.questions.phoneWrong,
    asked: (line, name) =>
      ask(name, hidden(line), { ...massage, ...time, customer_name: "Ada Lovelace", customer_phone: "0171 3" }),
  },
  {
    ...needs,
    from: ["check-customer", "book-appointment"],
    says: (say) => say.whichCaller(),
    asked: async (line, name) => {
      await shareNumber(line);
      return ask(name, line.call, atNine);
    },
  },
  {
    from: ["collect-appointment"],
    status: "ok",
    says: (say) => say.readyToBook({ when: ANY, service: "Massage" }),
    asked: (line, name) => ask(name, line.call, { ...massage, ...time }),
  },
  {
    from: ["determine-service"],
    status: "ok",
    says: (say) => say.serviceFound({ service: "Massage", price: ANY, duration: ANY }),
    asked: (line, name) => ask(name, line.call, { text: "Massage" }),
  },
  {
    from: ["extract-appointment-details"],
    status: "ok",
    says: (say) => say.detailsFound(ANY),
    asked: (line, name) => ask(name, line.call, { text: "Massage, 10:00" }),
  },
  {
    ...needs,
    from: ["extract-appointment-details"],
    says: (say) => say.askDetails(),
    asked: (line, name) => ask(name, line.call, { text: "hm" }),
  },
];
