import type { CompanyContext } from "@/server/core/context";
import { AppError, notFound } from "@/server/core/errors";
import { listRowsOfCustomer, listRowsOfUser, worksHere } from "../repository";
import type { EraseLogInput } from "../schema";

/**
 * The rows by which the log can speak of a person, their own first. Throws NOT_FOUND for who is none of the
 * company's, FORBIDDEN for who still works there: what they do is watched as long as they can do something.
 */
export async function listRowsOf(ctx: CompanyContext, { customerId, userId = "" }: EraseLogInput) {
  const type = customerId ? "customer" : "user";
  const ids = customerId ? await listRowsOfCustomer(ctx, customerId) : await listRowsOfUser(ctx, userId);
  if (ids.length === 0) throw notFound(type);
  if (!customerId && (await worksHere(ctx, userId)))
    throw new AppError({ code: "FORBIDDEN", reason: "still_works_here" });
  return ids.map((id) => ({ type, id }));
}
