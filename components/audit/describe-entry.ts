import type { AuditEntryView } from "@/server/audit/schema";
import { RESOURCE_ACTIONS, type Resource } from "@/server/identity/rules/permissions";
import type { Text } from "../shared/use-text";

/** "Katharina Lindner hat einen Termin verschoben": the action's own sentence, else one made of its verb and its object. */
export function describeEntry({ action, actor }: Pick<AuditEntryView, "action" | "actor">, text: Text): string {
  return sentence(action, { name: actorName(actor, text), text });
}

/** An action by itself, as a filter offers it. */
export function describeAction(action: string, text: Text): string {
  const told = sentence(action, { name: "…", text });
  return told.replace(/^…:?\s*/, "… ");
}

function sentence(action: string, { name, text }: { name: string; text: Text }): string {
  if (text.has(`actions.${action}`)) return text(`actions.${action}`, { actor: name });
  const [verb, object] = splitAction(action);
  if (!verb || !text.has(`verbs.${verb}`) || !text.has(`objects.${object}`))
    return text("unknownAction", { actor: name, action: action.replaceAll("_", " ") });
  return text("sentence", { actor: name, verb: text(`verbs.${verb}`), object: text(`objects.${object}`) });
}

const RESOURCES = [...(Object.keys(RESOURCE_ACTIONS) as Resource[]), "notifications"].sort(
  (a, b) => b.length - a.length,
);

/** `reschedule_appointments` is the verb `reschedule` and the object `appointments`. */
function splitAction(action: string): [verb: string, object: string] {
  const object = RESOURCES.find((resource) => action.endsWith(`_${resource}`)) ?? "";
  return [object && action.slice(0, -object.length - 1), object];
}

export function actorName({ kind, name }: AuditEntryView["actor"], text: Text): string {
  if (kind === "job" || kind === "system" || kind === "agent" || !name) return kindName(kind, text);
  return kind === "impersonator" ? text("impersonating", { name }) : name;
}

export const kindName = (kind: string, text: Text): string =>
  text.has(`actorKinds.${kind}`) ? text(`actorKinds.${kind}`) : text("someone");

/** Every action that can be chosen: those that have a sentence of their own, and those that everybody meets. */
export const COMMON_ACTIONS: readonly string[] = [
  "create_appointments",
  "reschedule_appointments",
  "cancel_appointments",
  "confirm_appointments",
  "mark_no_show_appointments",
  "create_customers",
  "edit_customers",
  "delete_customers",
  "export_customers",
  "review_calls",
  "link_calls",
  "sign_in",
  "refuse_address",
  "lock_account",
  "change_password",
  "invite_team",
  "edit_team",
  "remove_team",
  "edit_roles",
  "create_api_keys",
  "delete_api_keys",
  "edit_integrations",
  "edit_company_security",
  "start_impersonation",
  "export_audit",
];

/** What operators do. */
export const PLATFORM_ACTIONS: readonly string[] = [
  ...["create_tenants", "edit_tenants", "suspend_tenants", "reactivate_tenants", "create_companies", "edit_companies"],
  ...["view_companies", "invite_owners", "set_feature_flags", "edit_platform", "retry_webhooks", "export_audit"],
  ...["lock_users", "unlock_users", "end_user_sessions", "reset_two_factor", "set_operators"],
  ...["start_impersonation", "end_impersonation"],
];
