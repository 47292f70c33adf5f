import { platformClient } from "@/server/core/db";
import { iso } from "../coming-days";
import { setPolicy } from "../salon-line";
import { type Answer, ask, ringing } from "../telephone";
import { ANY, type Reason } from "./reason";
import { atNine, booked, massage, type SpokenLine, stranger, thursday, wednesday } from "./spoken-line";
import { yoga, yogaAtEleven } from "./times";

const refused = { from: ["book-appointment"], status: "not_allowed" } as const;
const made = { from: ["book-appointment"], status: "ok" } as const;
const massageOfJulia = { when: ANY, service: "Massage", staff: "Julia Berg" };

async function bookMany(line: SpokenLine, count: number): Promise<Answer> {
  let last: Answer = {};
  for (let nr = 0; nr < count; nr++)
    last = await ask("book-appointment", ringing(line.company, { from_number: line.number }), {
      ...massage,
      starts_at: iso(nr < 6 ? wednesday : thursday, 9 + (nr % 6)),
    });
  return last;
}

const booksUnder =
  (rule: object): Reason["asked"] =>
  async (line, name) => {
    await setPolicy(line, "cancellation", rule);
    return ask(name, line.call, atNine);
  };

/** What whoever books must know of cancelling. */
const TERMS: Reason[] = [
  {
    ...made,
    says: (say) => `${say.booked(massageOfJulia)} ${say.cancelFreeUntil({ until: ANY, fee: ANY })}`,
    asked: booksUnder({ feeCents: 1500, violationAction: "charge_fee" }),
  },
  {
    ...made,
    says: (say) =>
      `${say.booked(massageOfJulia)} ${say.cancelFreeUntil({ until: say.days(3), fee: say.percentOfPrice(50) })}`,
    asked: booksUnder({ minHoursNotice: 72, feePercent: 50, violationAction: "charge_fee" }),
  },
  {
    ...made,
    says: (say) => `${say.booked(massageOfJulia)} ${say.cancelUntil(ANY)}`,
    asked: booksUnder({ violationAction: "block" }),
  },
];

/** What becomes of a wish that is to be entered. */
export const BOOKINGS: Reason[] = [
  { ...made, says: (say) => say.booked(massageOfJulia), asked: (line, name) => ask(name, line.call, atNine) },
  {
    ...made,
    says: (say) => `${say.booked(massageOfJulia)} ${say.onePersonEach()}`,
    asked: (line, name) => ask(name, line.call, { ...atNine, party_size: 2 }),
  },
  {
    ...made,
    says: (say) => `${say.booked(massageOfJulia)} ${say.emailUnclear()}`,
    asked: (line, name) => ask(name, line.call, { ...atNine, customer_email: "hm" }),
  },
  {
    ...made,
    says: (say) => say.booked({ ...massageOfJulia, service: say.forPeople("Yogakurs", 3) }),
    asked: async (line, name) => {
      await yoga(line);
      return ask(name, line.call, { ...yogaAtEleven, party_size: 3 });
    },
  },
  ...TERMS,
  {
    from: ["book-appointment", "reschedule-appointment"],
    status: "needs_input",
    says: (say) => say.offerGone(),
    asked: async (line, name) => {
      await booked(line);
      return ask(name, line.call, { slot_id: "nobody.offered.it" });
    },
  },
  {
    ...refused,
    says: (say) => say.bookThroughPerson(),
    asked: async (line, name) => {
      await setPolicy(line, "no_show", { blockAfter: 2 });
      await platformClient().customer.update({ where: { id: line.anna.id }, data: { noShowCount: 2 } });
      return ask(name, line.call, atNine);
    },
  },
  {
    ...refused,
    says: (say) => say.tooManyOpen(),
    asked: async (line) => {
      await setPolicy(line, "booking", { maxActivePerCustomer: 1 });
      return bookMany(line, 2);
    },
  },
  {
    ...refused,
    says: (say) => say.tooManyBookings(),
    asked: async (line) => {
      await setPolicy(line, "booking", { maxPerHour: 1 });
      return bookMany(line, 2);
    },
  },
  {
    from: ["find-appointments"],
    status: "ok",
    says: (say) => say.noAppointments(),
    asked: (line, name) => ask(name, line.call, {}),
  },
  {
    from: ["find-appointments"],
    status: "ok",
    says: (say) => say.nextAppointment(massageOfJulia),
    asked: async (line, name) => {
      await booked(line);
      return ask(name, line.call, {});
    },
  },
  {
    from: ["find-appointments"],
    status: "ok",
    says: (say) => {
      const visit = say.visitAt({ service: "Massage", when: ANY });
      return say.severalAppointments([visit, visit].join(ANY));
    },
    asked: async (line, name) => {
      await booked(line);
      await booked(line, { hour: 14 });
      return ask(name, line.call, {});
    },
  },
  {
    from: ["find-appointments"],
    status: "ok",
    says: (say) => `${say.nextAppointment(massageOfJulia)} ${say.furtherAppointments()}`,
    asked: async (line, name) => {
      await booked(line);
      await booked(line, { hour: 14 });
      await platformClient().company.update({ where: { id: line.company.companyId }, data: { settings: {} } });
      return ask(name, line.call, {});
    },
  },
  {
    from: ["find-appointments"],
    status: "ok",
    says: (say) => say.nextAppointment({ ...massageOfJulia, staff: ANY }),
    asked: async (line, name) => {
      const call = stranger(line);
      await ask("book-appointment", call, { ...atNine, customer_name: "Ada Lovelace" });
      return ask(name, call, {});
    },
  },
];
