import { DEMO_API_KEY } from "@/server/identity/rules/demo-api-key";
import { DEMO_PASSWORD, DEMO_USERS } from "@/server/identity/rules/demo-users";
import { branchIdOf, companyIdOf, type SeedBusiness, serviceIdOf, staffIdOf } from "./business";
import { physioAmSee } from "./businesses/physio-amsee";
import { salonLindner } from "./businesses/salon-lindner";
import { calcomWorld } from "./calcom-world";
import { ZONE } from "./clock";
import { usersOf } from "./identity";
import { retellWorld } from "./retell-world";

const calcomWebhookSecret = process.env.CALCOM_WEBHOOK_SECRET || "demo-calcom-webhook-secret";

/** Prints what somebody needs who tries the demo out; it reads no database, for the ids follow from the names. */
const manifest = {
  companyId: companyIdOf(salonLindner),
  company2Id: companyIdOf(physioAmSee),
  users: [...[salonLindner, physioAmSee].flatMap(usersWithPassword), ...operators()],
  phoneNumber: salonLindner.phone,
  company2PhoneNumber: physioAmSee.phone,
  agentId: salonLindner.agent.retellAgentId,
  branchIds: salonLindner.branches.map(({ slug }) => branchIdOf(salonLindner, slug)),
  timezone: ZONE,
  serviceIds: Object.fromEntries(salonLindner.services.map(({ name }) => [name, serviceIdOf(salonLindner, name)])),
  staffIds: Object.fromEntries(salonLindner.staff.map(({ name }) => [name, staffIdOf(salonLindner, name)])),
  apiKey: DEMO_API_KEY,
  retellApiKey: process.env.RETELL_API_KEY ?? "",
  calcomWebhookSecret,
  calcomWorld: calcomWorld(),
  retellWorld: retellWorld(),
};

function usersWithPassword(business: SeedBusiness) {
  const companyId = companyIdOf(business);
  return usersOf(business).map(({ email, role }) => ({ email, password: DEMO_PASSWORD, role, companyId }));
}

function operators() {
  const found = DEMO_USERS.filter(({ company }) => company === null);
  return found.map(({ email, role }) => ({ email, password: DEMO_PASSWORD, role, companyId: null }));
}

console.log(JSON.stringify(manifest));
