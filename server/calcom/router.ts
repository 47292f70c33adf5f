import { z } from "zod";
import { companyProcedure } from "@/server/api/procedures";
import { router } from "@/server/api/trpc";
import { syncAppointment } from "./commands/sync-appointment";
import { syncBehindAppointments } from "./commands/sync-behind-appointments";
import { syncUnwritten } from "./commands/sync-unwritten";
import { countUnwritten } from "./queries/count-unwritten";
import { getSyncState } from "./queries/get-sync-state";
import { autoResolve } from "./reconciliation/commands/auto-resolve";
import { detectDrift } from "./reconciliation/commands/detect-drift";
import { resolveDrift } from "./reconciliation/commands/resolve-drift";
import { setStrategies } from "./reconciliation/commands/set-strategies";
import { startImport, startReconciliation } from "./reconciliation/commands/start-reconciliation";
import { getDriftRate } from "./reconciliation/queries/get-drift-rate";
import { getStrategies } from "./reconciliation/queries/get-strategies";
import { listDrift } from "./reconciliation/queries/list-drift";
import { listRuns } from "./reconciliation/queries/list-runs";
import * as drift from "./reconciliation/schema";
import { syncAppointmentInput, syncedAppointments, syncedUnwritten, syncState, unwritten } from "./schema";

/** Answers as the API promised them, without a frame. */
const driftOperation = { limit: "calcom_drift", shape: "plain" } as const;

export const calcomRouter = router({
  syncAppointment: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /appointments/{id}/sync", feature: "calcom_sync" })
    .input(syncAppointmentInput)
    .output(z.void())
    .mutation(({ ctx, input }) => syncAppointment(ctx.company, input)),
  syncBehind: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /appointments/sync", feature: "calcom_sync" })
    .output(syncedAppointments)
    .mutation(({ ctx }) => syncBehindAppointments(ctx.company)),
  countUnwritten: companyProcedure
    .meta({ permission: "edit_integrations", rest: "GET /calcom/unwritten" })
    .output(unwritten)
    .query(({ ctx }) => countUnwritten(ctx.company)),
  syncUnwritten: companyProcedure
    .meta({ permission: "edit_integrations", rest: "POST /calcom/unwritten/sync", feature: "calcom_sync" })
    .output(syncedUnwritten)
    .mutation(({ ctx }) => syncUnwritten(ctx.company)),
  getSyncState: companyProcedure
    .meta({ permission: "view_appointments", rest: "GET /appointments/{id}/sync" })
    .input(syncAppointmentInput)
    .output(syncState)
    .query(({ ctx, input }) => getSyncState(ctx.company, input)),
  listDrift: companyProcedure
    .meta({ permission: "edit_appointments", rest: "GET /calcom/drift" })
    .input(drift.listDriftInput)
    .output(drift.driftPage)
    .query(({ ctx, input }) => listDrift(ctx.company, input)),
  resolveDrift: companyProcedure
    .meta({ permission: "edit_appointments", rest: "POST /calcom/drift/{id}/resolve" })
    .input(drift.resolveDriftInput)
    .output(z.void())
    .mutation(({ ctx, input }) => resolveDrift(ctx.company, input)),
  driftRate: companyProcedure
    .meta({ permission: "view_integration_health", rest: "GET /calcom/drift/rate" })
    .input(drift.driftRateInput)
    .output(drift.driftRate)
    .query(({ ctx, input }) => getDriftRate(ctx.company, input)),
  detectDrift: companyProcedure
    .meta({ ...driftOperation, permission: "test_integrations", rest: "POST /calcom/detect-drift" })
    .output(drift.detectedDrift)
    .mutation(({ ctx }) => detectDrift(ctx.company)),
  autoResolve: companyProcedure
    .meta({ ...driftOperation, permission: "edit_integrations", rest: "POST /calcom/auto-resolve" })
    .input(drift.autoResolveInput)
    .output(drift.autoResolved)
    .mutation(({ ctx, input }) => autoResolve(ctx.company, input)),
  listRuns: companyProcedure
    .meta({ permission: "view_integrations", rest: "GET /calcom/runs" })
    .input(drift.listRunsInput)
    .output(drift.runPage)
    .query(({ ctx, input }) => listRuns(ctx.company, input)),
  startReconciliation: companyProcedure
    .meta({ permission: "edit_integrations", rest: "POST /calcom/runs", feature: "calcom_sync" })
    .input(drift.startReconciliationInput)
    .output(drift.startedRun)
    .mutation(({ ctx, input }) => startReconciliation(ctx.company, input)),
  startImport: companyProcedure
    .meta({ permission: "edit_integrations", rest: "POST /calcom/import", feature: "calcom_sync" })
    .input(drift.startImportInput)
    .output(drift.startedRun)
    .mutation(({ ctx, input }) => startImport(ctx.company, input)),
  getStrategies: companyProcedure
    .meta({ permission: "view_integrations", rest: "GET /calcom/strategies" })
    .output(drift.strategiesView)
    .query(({ ctx }) => getStrategies(ctx.company)),
  setStrategies: companyProcedure
    .meta({ permission: "edit_integrations", rest: "PUT /calcom/strategies" })
    .input(drift.setStrategiesInput)
    .output(z.void())
    .mutation(({ ctx, input }) => setStrategies(ctx.company, input)),
});
