import type { PlatformUserView } from "@/server/identity/platform/schema";
import type { Column } from "../../shared/data-table/columns";
import { RelativeTime } from "../../shared/relative-time";
import type { Text } from "../../shared/use-text";
import { UserBadges } from "./user-badges";

export function userColumns(text: Text): Column<PlatformUserView>[] {
  return [
    {
      key: "name",
      header: text("columns.name"),
      cell: ({ name }) => <span className="md:whitespace-nowrap">{name}</span>,
    },
    {
      key: "email",
      header: text("columns.email"),
      from: "md",
      width: "max-w-64",
      cell: ({ email }) => <span className="block truncate text-muted-foreground">{email}</span>,
    },
    {
      key: "companies",
      header: text("columns.companies"),
      from: "lg",
      width: "max-w-72",
      cell: ({ companies }) => <span className="block truncate">{companies.join(", ") || "–"}</span>,
    },
    { key: "state", header: text("columns.status"), cell: (user) => <UserBadges user={user} /> },
    {
      key: "lastLogin",
      header: text("columns.lastLogin"),
      from: "md",
      cell: ({ lastLoginAt }) =>
        lastLoginAt ? (
          <RelativeTime at={lastLoginAt} />
        ) : (
          <span className="text-muted-foreground">{text("users.never")}</span>
        ),
    },
  ];
}
