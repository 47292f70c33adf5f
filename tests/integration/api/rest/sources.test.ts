import { expect, it } from "vitest";
import { createApiKey } from "@/server/identity/api-keys/commands/create-api-key";
import { ownerOf } from "../../../support/actors";
import { createBookableCompany } from "../../../support/booking";
import { coming, iso } from "../../../support/coming-days";
import { rest, restAs } from "../../../support/rest-requests";

it("tells an appointment that a program made from one that a person made", async () => {
  const { company, customer, service, staff } = await createBookableCompany();
  const scopes = ["create_appointments" as const];
  const wanted = { name: "Kasse", scopes, branchIds: [], expiresInDays: 90 };
  const { secret } = await createApiKey(ownerOf(company, new Date()), wanted);
  const who = { customer_id: customer.id, service_id: service.id, staff_id: staff.id, branch_id: company.branchId };
  const body = (hour: number) => ({ ...who, starts_at: iso(coming(2), hour) });
  const headers = { "x-api-key": secret };
  const byKey = await rest("POST /api/v2/appointments", { headers, body: body(10) });
  expect(byKey.body.data.appointment.source).toBe("api");
  const byPerson = await (await restAs(company.owner))("POST /api/v2/appointments", { body: body(11) });
  expect(byPerson.body.data.appointment.source).toBe("portal");
});
