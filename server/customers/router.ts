import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { createCustomer } from "./commands/create-customer";
import { deleteCustomer } from "./commands/delete-customer";
import { editCustomer } from "./commands/edit-customer";
import { getCustomer } from "./queries/get-customer";
import { listCustomers } from "./queries/list-customers";
import {
  createCustomerInput,
  customerDetails,
  customerPage,
  deleteCustomerInput,
  editCustomerInput,
  getCustomerInput,
  listCustomersInput,
} from "./schema";

export const customersRouter = router({
  list: companyProcedure
    .meta({ permission: "view_customers", rest: "GET /customers", sortedBy: "name" })
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
  edit: companyProcedure
    .meta({ permission: "edit_customers", rest: "PATCH /customers/{id}" })
    .input(editCustomerInput)
    .output(customerDetails)
    .mutation(({ ctx, input }) => editCustomer(ctx.company, input)),
  delete: companyProcedure
    .meta({ permission: "delete_customers", rest: "DELETE /customers/{id}" })
    .input(deleteCustomerInput)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteCustomer(ctx.company, input)),
});
