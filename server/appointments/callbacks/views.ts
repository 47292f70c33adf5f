import type { CallbackRow } from "./repository";
import type { CallbackView } from "./schema";

export function toCallbackView({ branch, customer, ...row }: CallbackRow): CallbackView {
  return {
    ...row,
    timezone: branch.timezone,
    branch: { id: branch.id, name: branch.name },
    customer: customer && {
      id: customer.id,
      name: [customer.firstName, customer.lastName].filter(Boolean).join(" "),
    },
  };
}
