"use client";

import { useMutation } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { useMinutesLeft } from "./use-minutes-left";

interface ImpersonationBannerProps {
  companyId: string;
  companyName: string;
  reason: string;
  expiresAt: string;
}

/** Over every page of a company that an operator looks into: whose it is, why, for how long, and the way out. */
export function ImpersonationBanner({ companyId, companyName, reason, expiresAt }: ImpersonationBannerProps) {
  const text = useText("impersonation");
  const minutes = useMinutesLeft(expiresAt);
  const end = useMutation(
    useTRPC().platform.impersonation.end.mutationOptions({
      // Everything on screen was the company's: nothing of it may stay.
      onSuccess: () => window.location.assign(`/admin/companies/${companyId}`),
    }),
  );
  return (
    <aside
      aria-label={text("label")}
      data-tone="warning"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b bg-tone-subtle px-4 py-2 text-tone-text md:px-5"
    >
      <Eye aria-hidden="true" className="size-4 shrink-0 max-sm:hidden" />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{text("title", { company: companyName })}</strong>{" "}
        <span className="break-words">{text("reason", { reason })}</span>
        {" · "}
        <span className="whitespace-nowrap tabular-nums">{text("left", { minutes })}</span>
      </p>
      <Button size="sm" isBusy={end.isPending} onClick={() => end.mutate()}>
        {text("end")}
      </Button>
      {end.error && <RefusalNote error={end.error} />}
    </aside>
  );
}
