import { log } from "@/server/core/log";
import { originOf, placeOf } from "../rules/policy-report";
import { policyReports } from "../schema";

const MAX_REPORTS = 10;

/** Logs what browsers say that a page tried in spite of its policy. Anybody can send this: little of it is kept. */
export function recordPolicyReport(body: unknown): void {
  for (const { directive, blocked, page, source, line } of policyReports.parse(body).slice(0, MAX_REPORTS)) {
    const found = { directive, blocked: originOf(blocked), page: placeOf(page), source: originOf(source), line };
    log("security").warn(found, "content security policy violated");
  }
}
