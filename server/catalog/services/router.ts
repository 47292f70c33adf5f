import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { archiveService } from "./commands/archive-service";
import { changeServices } from "./commands/change-services";
import { createService } from "./commands/create-service";
import { duplicateService } from "./commands/duplicate-service";
import { editService } from "./commands/edit-service";
import { editServices } from "./commands/edit-services";
import { reorderServices } from "./commands/reorder-services";
import { restoreService } from "./commands/restore-service";
import { setServiceBranches } from "./commands/set-branches";
import { setNeeds } from "./commands/set-needs";
import { setSegments } from "./commands/set-segments";
import { startFromTemplate } from "./commands/start-from-template";
import { countServices } from "./queries/count-services";
import { getService } from "./queries/get-service";
import { listServices } from "./queries/list-services";
import { previewPrices } from "./queries/preview-prices";
import { setSegmentsInput } from "./schema/chain";
import { setNeedsInput, setServiceBranchesInput } from "./schema/offer";
import { editedServices, editServicesInput, previewPricesInput, pricePreview } from "./schema/price";
import * as service from "./schema/service";
import { startFromTemplateInput } from "./schema/template";
import { listServicesInput, serviceCounts, serviceDetails, servicePage } from "./schema/view";

const made = z.object({ serviceId: z.uuid() });

export const servicesRouter = router({
  list: companyProcedure
    .meta({ permission: "view_services", rest: "GET /services" })
    .input(listServicesInput)
    .output(servicePage)
    .query(({ ctx, input }) => listServices(ctx.company, input)),
  count: companyProcedure
    .meta({ permission: "view_services", rest: "GET /services/counts" })
    .input(z.object({ branchId: z.uuid().optional() }))
    .output(serviceCounts)
    .query(({ ctx, input }) => countServices(ctx.company, input)),
  get: companyProcedure
    .meta({ permission: "view_services", rest: "GET /services/{id}" })
    .input(service.getServiceInput)
    .output(serviceDetails)
    .query(({ ctx, input }) => getService(ctx.company, input)),
  create: companyProcedure
    .meta({ permission: "create_services", rest: "POST /services" })
    .input(service.createServiceInput)
    .output(made)
    .mutation(({ ctx, input }) => createService(ctx.company, input)),
  edit: companyProcedure
    .meta({ permission: "edit_services", rest: "PATCH /services/{id}" })
    .input(service.editServiceInput)
    .output(serviceDetails)
    .mutation(({ ctx, input }) => editService(ctx.company, input)),
  archive: companyProcedure
    .meta({ permission: "delete_services", rest: "DELETE /services/{id}" })
    .input(service.archiveServiceInput)
    .output(z.void())
    .mutation(({ ctx, input }) => archiveService(ctx.company, input)),
  restore: companyProcedure
    .meta({ permission: "delete_services", rest: "POST /services/{id}/restore" })
    .input(service.restoreServiceInput)
    .output(z.void())
    .mutation(({ ctx, input }) => restoreService(ctx.company, input)),
  duplicate: companyProcedure
    .meta({ permission: "create_services", rest: "POST /services/{id}/duplicate", created: "/services/{serviceId}" })
    .input(service.duplicateServiceInput)
    .output(made)
    .mutation(({ ctx, input }) => duplicateService(ctx.company, input)),
  reorder: companyProcedure
    .meta({ permission: "edit_services", rest: "PUT /services/order" })
    .input(service.reorderServicesInput)
    .output(z.void())
    .mutation(({ ctx, input }) => reorderServices(ctx.company, input)),
  change: companyProcedure
    .meta({ permission: "bulk_edit_services", rest: "POST /services/change" })
    .input(service.changeServicesInput)
    .output(service.changedServices)
    .mutation(({ ctx, input }) => changeServices(ctx.company, input)),
  editMany: companyProcedure
    .meta({ permission: "bulk_edit_services", rest: "PATCH /services" })
    .input(editServicesInput)
    .output(editedServices)
    .mutation(({ ctx, input }) => editServices(ctx.company, input)),
  previewPrices: companyProcedure
    .meta({ permission: "bulk_edit_services", rest: "POST /services/price-preview" })
    .input(previewPricesInput)
    .output(pricePreview)
    .query(({ ctx, input }) => previewPrices(ctx.company, input)),
  setSegments: companyProcedure
    .meta({ permission: "edit_services", rest: "PUT /services/{id}/segments" })
    .input(setSegmentsInput)
    .output(serviceDetails)
    .mutation(({ ctx, input }) => setSegments(ctx.company, input)),
  setBranches: companyProcedure
    .meta({ permission: "edit_services", rest: "PUT /services/{id}/branches" })
    .input(setServiceBranchesInput)
    .output(serviceDetails)
    .mutation(({ ctx, input }) => setServiceBranches(ctx.company, input)),
  setNeeds: companyProcedure
    .meta({ permission: "edit_services", rest: "PUT /services/{id}/needs" })
    .input(setNeedsInput)
    .output(serviceDetails)
    .mutation(({ ctx, input }) => setNeeds(ctx.company, input)),
  startFromTemplate: companyProcedure
    .meta({ permission: "create_services", rest: "POST /services/from-template" })
    .input(startFromTemplateInput)
    .output(z.object({ serviceIds: z.array(z.uuid()) }))
    .mutation(({ ctx, input }) => startFromTemplate(ctx.company, input)),
});
