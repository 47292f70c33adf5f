"use client";

import { lazy, useState } from "react";
import type { ApiKeyView, IssuedApiKey } from "@/server/identity/api-keys/schema";
import { useCan, useCompany } from "../../providers/company-provider";
import { DetailList } from "../../shared/detail-list";
import { DialogSlot, useCloseDialog } from "../../shared/dialog-slot";
import { RelativeTime } from "../../shared/relative-time";
import { SidePanel } from "../../shared/side-panel";
import { StatusBadge } from "../../shared/status-badge";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { KeyCompanies } from "./key-companies";
import { isAlive, KEY_LOOKS } from "./key-status";
import { ScopeSummary } from "./scope-summary";

const RotateKeyDialog = lazy(() => import("./rotate-key-dialog").then((file) => ({ default: file.RotateKeyDialog })));
const RevokeKeyDialog = lazy(() => import("./revoke-key-dialog").then((file) => ({ default: file.RevokeKeyDialog })));
const SecretDialog = lazy(() => import("./secret-dialog").then((file) => ({ default: file.SecretDialog })));

/** One key: what it may do, since when and how long, and its end. */
export function KeyPanel({ apiKey }: { apiKey: ApiKeyView }) {
  const text = useText("api-keys");
  const close = useCloseDialog();
  const { date, time } = useFormatters();
  const { branches } = useCompany();
  const [open, setOpen] = useState<"rotate" | "revoke" | null>(null);
  const [issued, setIssued] = useState<IssuedApiKey | null>(null);
  const { name, prefix, status, branchIds, isGroupWide, expiresAt, createdAt, lastUsedAt, createdBy, homeCompany } =
    apiKey;
  const canRotate = useCan("rotate_api_keys") && status === "active" && homeCompany === null;
  const canRevoke = useCan("delete_api_keys") && isAlive(status);
  const named = branches.filter(({ id }) => branchIds.includes(id)).map((branch) => branch.name);
  return (
    <SidePanel
      title={name}
      description={<code className="font-mono">{prefix}…</code>}
      onClose={close}
      actions={
        (canRotate || canRevoke) && (
          <>
            {canRotate && <Button onClick={() => setOpen("rotate")}>{text("rotate.action")}</Button>}
            {canRevoke && (
              <Button variant="ghost" onClick={() => setOpen("revoke")}>
                {text("revoke.action")}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="flex flex-col gap-5">
        <DetailList
          items={[
            [
              text("columns.status"),
              <StatusBadge key="status" {...KEY_LOOKS[status]} label={text(`status.${status}`)} />,
            ],
            [text("columns.expires"), `${date(expiresAt)}, ${time(expiresAt)}`],
            [text("columns.lastUsed"), lastUsedAt ? <RelativeTime key="used" at={lastUsedAt} /> : text("never")],
            [text("columns.created"), date(createdAt)],
            [text("columns.createdBy"), createdBy],
            ...(homeCompany === null ? [] : [[text("columns.home"), homeCompany] as [string, string]]),
            [text("columns.branches"), named.join(", ") || text("everyBranch")],
          ]}
        />
        {isGroupWide && homeCompany === null && <KeyCompanies apiKeyId={apiKey.id} />}
        <ScopeSummary scopes={apiKey.scopes} />
      </div>
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open === "rotate" && <RotateKeyDialog apiKey={apiKey} onIssued={setIssued} />}
        {open === "revoke" && <RevokeKeyDialog apiKey={apiKey} />}
      </DialogSlot>
      <DialogSlot isOpen={issued !== null} onClose={() => setIssued(null)}>
        {issued && <SecretDialog issued={issued} />}
      </DialogSlot>
    </SidePanel>
  );
}
