import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root } from "./source";

/** The domain model's names, by the part of the product that they belong to. */
const PROMISED = {
  tenancy: "Tenant Company Branch SystemSetting",
  masterData:
    "Staff StaffBranch StaffService Service ServiceSegment BranchService Resource ResourceGroup ServiceResource " +
    "WorkingHour ScheduleException Holiday PhoneNumber RetellAgent Integration",
  identity:
    "User Membership Role Permission RolePermission Session RecoveryCode PasskeyCredential Invitation " +
    "VerificationToken LoginAttempt ApiKey UserPreference",
  appointments:
    "Appointment AppointmentSegment RecurringAppointmentPattern AppointmentModification AppointmentModificationStat " +
    "SlotHold WaitlistEntry WaitlistOffer CallbackRequest CallbackEscalation ManualBooking Review PolicyConfiguration ImportJob",
  customers:
    "Customer CustomerPhone CustomerNote JourneyStage JourneyTransition CustomerRelationship Consent DataRequest " +
    "Campaign CampaignRecipient InboundMessage LoyaltyTier LoyaltyEntry CustomerInsight AutomationRule",
  calls: "Call AgentVersion ConsentScript KnowledgeDocument KnowledgeChunk CallFunctionInvocation",
  notifications:
    "NotificationQueue NotificationTemplate NotificationConfiguration NotificationEventMapping NotificationProvider",
  billing:
    "Transaction BalanceTopup BalanceBonusTier PricingPlan Subscription Invoice InvoiceItem InvoiceNumberSequence " +
    "PlatformCost MonthlyCostReport CurrencyExchangeRate LedgerAccount JournalLine",
  goals: "CompanyGoal GoalMetric GoalFunnelStep GoalAchievement GoalTemplate ReportDefinition ExportJob",
  integrations:
    "CalcomEventMap TeamEventTypeMapping CalcomTeamMember BusyTime WebhookLog WebhookEvent OutboxEvent OutboundWebhook " +
    "OutboundWebhookDelivery IdempotencyKey RateLimitBucket",
  operations: "ActivityLog AlertRule AlertEvent MaintenanceWindow Incident FileObject",
};

/** Here under a name that says better what it is. */
const RENAMED: Record<string, string> = { KnowledgeChunk: "KnowledgePassage" };

/** Fields that no column answers, each with its reason in the same page. */
const WITHOUT_COLUMN: Record<string, string> = {
  Tenant: "pricingPlanId",
  Customer: "nextAppointmentAt",
  SlotHold: "slotId",
};

const schema = readdirSync(`${root}/prisma/schema`)
  .map((file) => readFileSync(`${root}/prisma/schema/${file}`, "utf8"))
  .join("\n");
const models = new Map(
  [...schema.matchAll(/^model (\w+) \{(.*?)^\}/gms)].map(([, name = "", body = ""]) => [name, body]),
);
const decision = readFileSync(`${root}/docs/decisions/0012-models-to-come.md`, "utf8");
const isDecided = (name: string) => decision.includes(`\`${name}\``);

const promised = Object.values(PROMISED).flatMap((names) => names.split(" "));
const missing = promised.filter((name) => !models.has(RENAMED[name] ?? name));

describe("a name of the domain model", () => {
  it("is a model, or is said to come", () => {
    expect(new Set(promised).size).toBe(promised.length);
    expect(missing.filter((name) => !isDecided(name))).toEqual([]);
  });

  it("is not said to come when it is here", () => {
    const said = promised.filter((name) => isDecided(name) && !missing.includes(name));
    expect(said.filter((name) => !["SlotHold", "WaitlistEntry", "WebhookLog"].includes(name))).toEqual([]);
  });

  it("has every field, but those that the page explains", () => {
    for (const [model, field] of Object.entries(WITHOUT_COLUMN)) {
      expect(models.get(model)).not.toMatch(new RegExp(`^ +${field} `, "m"));
      expect(isDecided(field)).toBe(true);
    }
  });

  it("and one that was forgotten would be found", () => {
    expect(missing.length).toBeGreaterThan(20);
    expect(isDecided("Voucher")).toBe(false);
  });
});
