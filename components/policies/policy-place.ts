import type { PolicyScope, PolicySubject, PolicyType } from "@/server/policies/schema";

/** One kind of policy at one place; the company has no id of its own here. */
export interface PolicyPlace {
  policyType: PolicyType;
  scope: PolicyScope;
  id: string | null;
  name: string;
}

/** As a procedure asks for it. */
export function toSubject({ scope, id }: Pick<PolicyPlace, "scope" | "id">): PolicySubject {
  return scope === "company" ? {} : { [`${scope}Id`]: id };
}
