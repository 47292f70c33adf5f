import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createCustomer } from "./commands/create-customer";
import { getCustomer } from "./queries/get-customer";
import { listCustomers } from "./queries/list-customers";
import { createCustomerInput, customerDetails, customerPage, getCustomerInput, listCustomersInput } from "./schema";

export const customersRouter = router({
  list: companyProcedure
    .meta({ permission: "view_customers", rest: "GET /customers" })
    .input(listCustomersInput)
    .output(customerPage)
    .query(({ ctx, input }) => listCustomers(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_customers", rest: "GET /customers/{id}" })
    .input(getCustomerInput)
    .output(customerDetails)
    .query(({ ctx, input }) => getCustomer(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_customers", rest: "POST /customers" })
    .input(createCustomerInput)
    .output(z.object({ customerId: z.uuid() }))
    .mutation(({ ctx, input }) => createCustomer(ctx.company, input)),
});
