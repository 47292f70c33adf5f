"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { ConnectionCard } from "./connection-card";

/** The providers that work for this company, one card each. */
export function ConnectionGrid() {
  const { data } = useSuspenseQuery(useTRPC().integrations.listConnections.queryOptions());
  return (
    <div className="grid items-start gap-5 xl:grid-cols-2">
      {data.map((connection) => (
        <ConnectionCard key={connection.provider} connection={connection} />
      ))}
    </div>
  );
}
