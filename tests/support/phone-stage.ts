import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "./actors";
import { at } from "./coming-days";
import { createBranch, createCustomer } from "./factories";
import { createKnowledge } from "./knowledge";
import { createSalonLine } from "./salon-line";
import { type Answer, ask, ringing } from "./telephone";

type Asking = (name: string, args: Record<string, unknown>) => Promise<Answer>;

/** Who may ring, each time in a new call, and what the company wants as a proof. */
export interface PhoneStage {
  anna: Asking;
  /** Two who share a number. */
  family: Asking;
  /** Known, and without appointments. */
  newcomer: Asking;
  stranger: Asking;
  hidden: Asking;
  /** The same people, where more than the number is asked for. */
  proving(mode: "code" | "birthdate"): PhoneStage;
  /** An appointment of Anna's. */
  booked(day: string, hour: number): Promise<string>;
}

const NUMBERS = { family: "+491713920055", newcomer: "+491713920056", stranger: "+491713920057", hidden: "anonymous" };

/** A salon on whose line every function can be brought to every answer. */
export async function openPhoneStage(language: "de-DE" | "en-US"): Promise<PhoneStage> {
  const salon = await createSalonLine({}, { language });
  const { company } = salon;
  const { companyId } = company;
  for (const firstName of ["Bert", "Carla"])
    await createCustomer(company, { firstName, lastName: "Huber", phone: NUMBERS.family });
  await createCustomer(company, { firstName: "Neu", lastName: "Kunde", phone: NUMBERS.newcomer });
  await createKnowledge(company, { title: "Gutscheine", passages: ["Gutscheine gibt es ab 20 Euro."] });
  const [always, never] = await Promise.all(
    ["Immerda", "Niemals"].map((name) => createBranch(company, { name, phone: "+493023125000" })),
  );
  const branchIds = [always?.id ?? "", never?.id ?? ""];
  await platformClient().workingHour.deleteMany({ where: { companyId, branchId: { in: branchIds } } });
  const allDay = {
    companyId,
    ownerType: "branch" as const,
    branchId: always?.id,
    startTime: "00:00",
    endTime: "24:00",
  };
  await platformClient().workingHour.createMany({
    data: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ ...allDay, id: newId(), dayOfWeek })),
  });

  const stageFor = (verification: "none" | "code" | "birthdate"): PhoneStage => {
    const from =
      (from_number: string): Asking =>
      async (name, args) => {
        await platformClient().company.update({ where: { id: companyId }, data: { settings: { verification } } });
        return ask(name, ringing(company, { from_number }), args);
      };
    return {
      anna: from(salon.number),
      family: from(NUMBERS.family),
      newcomer: from(NUMBERS.newcomer),
      stranger: from(NUMBERS.stranger),
      hidden: from(NUMBERS.hidden),
      proving: stageFor,
      booked: async (day, hour) => {
        const { anna: customer, massage, julia } = salon;
        const wish = { customerId: customer.id, branchId: company.branchId, serviceId: massage.id, staffId: julia.id };
        const booking = { ...wish, startsAt: at(day, hour), source: "portal" as const };
        return (await bookAppointment(ownerOf(company, new Date()), booking)).appointment.id;
      },
    };
  };
  return stageFor("none");
}
