"use client";

import type { ReactNode } from "react";
import { isComing } from "@/server/tenancy/rules/feature-flags";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";

interface FlagLineProps {
  flag: string;
  lastChange: { at: Date; by: string } | null;
  /** Beside who changed it last. */
  note?: string;
  children: ReactNode;
}

/** What a feature is, who decided about it last, and the choice. */
export function FlagLine({ flag, lastChange, note, children }: FlagLineProps) {
  const text = useText("admin");
  const format = useFormatters();
  const { name, description } = useFlagText(flag);
  const change = lastChange && text("flags.changed", { by: lastChange.by, at: format.dateTime(lastChange.at) });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-medium">{name}</p>
        <p className="text-muted-foreground text-sm">{description}</p>
        {isComing(flag) && <p className="text-muted-foreground text-sm">{text("flags.coming")}</p>}
        {(change || note) && (
          <p className="text-muted-foreground text-sm">{[note, change].filter(Boolean).join(" · ")}</p>
        )}
      </div>
      {children}
    </li>
  );
}

/** The groups of tools of one door share their words. */
export function useFlagText(flag: string): { name: string; description: string } {
  const text = useText("admin");
  const [kind, server] = flag.split(".");
  if (kind === "mcp" && server) {
    const name = text(`flags.mcp.servers.${server}`);
    return { name: text("flags.mcp.name", { name }), description: text("flags.mcp.description", { name }) };
  }
  return { name: text(`flags.names.${flag}`), description: text(`flags.descriptions.${flag}`) };
}
