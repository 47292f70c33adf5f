import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import type { SpeechLanguage } from "@/server/speech/schema";
import { ownerOf } from "../actors";
import { at, coming, iso } from "../coming-days";
import { createBranch, createCustomer } from "../factories";
import { createSalonLine, type SalonLine } from "../salon-line";
import { type Answer, ask, type Call, ringing } from "../telephone";

export interface SpokenLine extends SalonLine {
  language: SpeechLanguage;
}

/** A salon whose agent speaks that language, and where a caller's own number is proof enough. */
export async function openLine(language: SpeechLanguage): Promise<SpokenLine> {
  const agent = { language: { de: "de-DE", en: "en-US" }[language] };
  return { language, ...(await createSalonLine({ settings: { verification: "none" } }, agent)) };
}

export const [wednesday, thursday] = [coming(3), coming(4)];
export const massage = { service: "Massage" };
export const atNine = { ...massage, starts_at: iso(wednesday, 9) };
export const LANDLINE = "+493023125017";

export const ours = ({ company }: SpokenLine) => ({ companyId: company.companyId });
export const hidden = ({ company }: SpokenLine): Call => ringing(company, { from_number: "anonymous" });
export const stranger = ({ company }: SpokenLine): Call => ringing(company, { from_number: "+493023125019" });
export const anew = ({ company, number }: SpokenLine): Call => ringing(company, { from_number: number });

/** What comes of several questions in one call: the last answer. */
export async function inTurn(call: Call, ...asked: [name: string, args: Record<string, unknown>][]): Promise<Answer> {
  let last: Answer = {};
  for (const [name, args] of asked) last = await ask(name, call, args);
  return last;
}

export const wantProof = (line: SpokenLine, verification: "code" | "birthdate") =>
  platformClient().company.update({ where: { id: line.company.companyId }, data: { settings: { verification } } });

/** A massage of Anna's with Julia. */
export async function booked(line: SpokenLine, { day = wednesday, hour = 10, customerId = line.anna.id } = {}) {
  const { company, massage: service, julia } = line;
  const wish = { customerId, branchId: company.branchId, serviceId: service.id, staffId: julia.id };
  const booking = { ...wish, startsAt: at(day, hour), source: "portal" as const };
  return (await bookAppointment(ownerOf(company, new Date()), booking)).appointment.id;
}

export async function takenByOthers(line: SpokenLine, hour: number, day = wednesday): Promise<void> {
  const { id: customerId } = await createCustomer(line.company, { phone: null });
  await booked(line, { day, hour, customerId });
}

/** Somebody who rings from where no text message arrives. */
export async function onLandline(line: SpokenLine): Promise<Call> {
  await createCustomer(line.company, { firstName: "Heinz", lastName: "Fest", phone: LANDLINE });
  return ringing(line.company, { from_number: LANDLINE });
}

/** Two who share Anna's number. */
export const shareNumber = (line: SpokenLine) =>
  createCustomer(line.company, { firstName: "Bert", lastName: "Huber", phone: line.number });

export const secondBranch = (line: SpokenLine, name = "Stadtpark") => createBranch(line.company, { name });

export const editBranch = (line: SpokenLine, data: object) =>
  platformClient().branch.updateMany({ where: ours(line), data });

/** By whose hours somebody picks up at the branch, now or never. */
export async function opening(line: SpokenLine, when: "always" | "never"): Promise<void> {
  const client = platformClient();
  const { branchId } = line.company;
  await client.workingHour.deleteMany({ where: { ...ours(line), ownerType: "branch" } });
  if (when === "never") return;
  const day = { ...ours(line), ownerType: "branch" as const, branchId, startTime: "00:00", endTime: "24:00" };
  await client.workingHour.createMany({
    data: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ ...day, id: newId(), dayOfWeek })),
  });
}

/** The business has nothing that could be booked by telephone. */
export async function withoutServices(line: SpokenLine): Promise<void> {
  await platformClient().service.updateMany({ where: ours(line), data: { isPhoneBookable: false } });
}
