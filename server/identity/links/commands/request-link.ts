import { log } from "@/server/core/log";
import { inAccountTransaction } from "../../repository/account";
import type { Visitor } from "../../rules/visitor";
import { ANSWER_AFTER_MS } from "../rules";
import { type RequestLinkInput, requestLinkInput } from "../schema";
import { issueLink } from "./issue-link";

/** Sends a link to whoever has the address. The answer, and its time, are the same when nobody has it. */
export async function requestLink(
  visitor: Visitor,
  { kind, ...input }: RequestLinkInput & { kind: "magic_link" | "password_reset" },
): Promise<void> {
  const { email } = requestLinkInput.parse(input);
  const { ip, requestId, now = new Date() } = visitor;
  const answerTime = new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
  const isSent = await inAccountTransaction((tx) => issueLink({ kind, owner: { email }, now }, { tx }));
  log("security").info({ requestId, ip, kind, isSent }, "link asked for");
  await answerTime;
}
