import { createKnowledge } from "../knowledge";
import { ask } from "../telephone";
import { ANY, type Reason } from "./reason";
import { editBranch, hidden, opening, type SpokenLine, stranger, withoutServices } from "./spoken-line";

const needs = { status: "needs_input" } as const;

const info = (topic: string, says: Reason["says"], prepare?: (line: SpokenLine) => Promise<unknown>): Reason => ({
  from: ["company-info"],
  status: "ok",
  says,
  asked: async (line, name) => {
    await prepare?.(line);
    return ask(name, line.call, { topic });
  },
});

/** What callers ask about the business, and the way to a person. */
export const ANSWERS: Reason[] = [
  info("opening hours", (say) => {
    const [, monday = "", , , , , saturday = ""] = say.weekdays;
    return say.openingHours(`${say.dayRange(monday, saturday)} ${say.hours("09:00", "18:00")}`);
  }),
  info(
    "opening hours",
    (say) => {
      const [sunday = "", monday = ""] = say.weekdays;
      return say.openingHours(`${say.dayRange(monday, sunday)} ${say.hours("00:00", "24:00")}`);
    },
    (line) => opening(line, "always"),
  ),
  info(
    "opening hours",
    (say) => say.alwaysClosed(),
    (line) => opening(line, "never"),
  ),
  info(
    "address",
    (say) => say.address("Parkweg 1, 86150 Augsburg"),
    (line) => editBranch(line, { street: "Parkweg 1", postalCode: "86150", city: "Augsburg" }),
  ),
  info("address", (say) => say.notKnown()),
  info(
    "parking",
    (say) => say.parking("Parkhaus: P2."),
    (line) => editBranch(line, { transportInfo: "Parkhaus: P2." }),
  ),
  info("parking", (say) => say.noParking()),
  info(
    "phone number",
    (say) => say.phone("030 23125000"),
    (line) => editBranch(line, { phone: "+493023125000" }),
  ),
  info("phone number", (say) => say.notKnown()),
  info("price of Massage", (say) => say.price({ service: "Massage", price: ANY, duration: ANY })),
  info("prices", (say) => say.prices(ANY)),
  info("prices", (say) => say.notKnown(), withoutServices),
  info("which services", (say) => say.services(ANY)),
  info("who works there", (say) => say.staff(ANY)),
  {
    ...needs,
    from: ["company-info"],
    says: (say) => say.askTopic(ANY),
    asked: (line, name) => ask(name, line.call, {}),
  },
  {
    ...needs,
    from: ["search-knowledge"],
    says: (say) => say.askQuestion(),
    asked: (line, name) => ask(name, line.call, {}),
  },
  {
    from: ["search-knowledge"],
    status: "unavailable",
    says: (say) => say.notKnown(),
    asked: async (line, name) => {
      await createKnowledge(line.company, { title: "Gutscheine", passages: ["Gutscheine gibt es ab 20 Euro."] });
      return ask(name, line.call, { question: "Raumfahrt" });
    },
  },
  {
    from: ["transfer-target"],
    status: "ok",
    says: (say) => say.transferring("Hauptfiliale"),
    asked: async (line, name) => {
      await editBranch(line, { fallbackPhone: "+493023125000" });
      await opening(line, "always");
      return ask(name, line.call, {});
    },
  },
  {
    from: ["transfer-target"],
    status: "unavailable",
    says: (say) => say.nobodyThere(),
    asked: async (line, name) => {
      await opening(line, "never");
      return ask(name, line.call, {});
    },
  },
  {
    from: ["request-callback"],
    status: "ok",
    says: (say) => say.callbackPromised(ANY),
    asked: (line, name) => ask(name, line.call, {}),
  },
  {
    ...needs,
    from: ["request-callback"],
    says: (say) => say.askCallbackPhone(),
    asked: (line, name) => ask(name, hidden(line), {}),
  },
  {
    from: ["check-customer"],
    status: "ok",
    says: (say) => say.welcomeBack("Anna Schneider"),
    asked: (line, name) => ask(name, line.call, {}),
  },
  {
    from: ["check-customer"],
    status: "ok",
    says: (say) => say.welcome(),
    asked: (line, name) => ask(name, stranger(line), {}),
  },
  {
    from: ["check-customer"],
    status: "ok",
    says: (say) => say.welcomeAnybody(),
    asked: (line, name) => ask(name, hidden(line), { name: "Ada Lovelace" }),
  },
  {
    from: ["check-customer"],
    status: "ok",
    says: (say) => say.welcomeNew(),
    asked: (line, name) => ask(name, line.call, { name: "Xaver Quendel" }),
  },
];
