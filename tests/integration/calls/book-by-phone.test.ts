import { beforeEach, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { at, coming, iso } from "../../support/coming-days";
import { createCustomer, createService, createStaff } from "../../support/factories";
import { ask, createTelephoneCompany, ringing, type TelephoneCompany } from "../../support/telephone";

let company: TelephoneCompany;
let service: { id: string };
let staff: { id: string };
const wednesday = coming(3);

beforeEach(async () => {
  company = await createTelephoneCompany();
  service = await createService(company, { name: "Damenhaarschnitt", synonyms: ["Haarschnitt für Damen"] });
  staff = await createStaff(company, { name: "Julia Berg" });
});

const appointments = () => platformClient().appointment.findMany({ where: { companyId: company.companyId } });

describe("a caller who wants an appointment", () => {
  it("is found by number, offered the time asked for, and booked once", async () => {
    const customer = await createCustomer(company, {
      firstName: "Anna",
      lastName: "Schneider",
      phone: "+493023125001",
    });
    const call = ringing(company, { from_number: "+493023125001" });
    const known = await ask("check-customer", call, {});
    expect(known).toMatchObject({
      status: "ok",
      customer_found: true,
      customer_id: customer.id,
      customer_name: "Anna Schneider",
    });
    const check = await ask("check-availability", call, {
      service: "Damenhaarschnitt",
      date: wednesday,
      time: "10:00",
    });
    expect(check).toMatchObject({
      status: "ok",
      available: true,
      slot: { starts_at: iso(wednesday, 10), staff_name: "Julia Berg" },
    });
    const booked = await ask("book-appointment", call, { slot_id: check.slot.slot_id });
    expect(booked).toMatchObject({
      status: "ok",
      success: true,
      starts_at: iso(wednesday, 10),
      staff_name: "Julia Berg",
    });
    console.log(known.say, "|", check.say, "|", booked.say, booked.calendar_link);
    expect(await appointments()).toMatchObject([
      {
        id: booked.appointment_id,
        customerId: customer.id,
        startsAt: at(wednesday, 10),
        source: "phone",
        serviceId: service.id,
        staffId: staff.id,
      },
    ]);
  });
});
