import type { MemberView } from "@/server/identity/team/schema";
import type { Column } from "../../shared/data-table/columns";
import { RelativeTime } from "../../shared/relative-time";
import type { Text } from "../../shared/use-text";
import { Avatar } from "../../ui/avatar";
import { Badge } from "../../ui/badge";

interface ColumnNeeds {
  text: Text;
  roleName: (role: MemberView["role"]) => string;
}

export function memberColumns({ text, roleName }: ColumnNeeds): Column<MemberView>[] {
  return [
    {
      key: "name",
      header: text("columns.name"),
      cell: ({ name, email, isSelf }) => (
        <span className="flex items-center gap-2.5">
          <Avatar name={name} size="sm" className="max-md:hidden" />
          <span className="min-w-0">
            <span className="flex flex-wrap items-center gap-x-2">
              {name}
              {isSelf && <Badge>{text("you")}</Badge>}
            </span>
            <span className="block max-w-64 truncate text-muted-foreground text-sm max-md:hidden" title={email}>
              {email}
            </span>
          </span>
        </span>
      ),
    },
    { key: "role", header: text("columns.role"), from: "md", cell: ({ role }) => roleName(role) },
    {
      key: "branches",
      header: text("columns.branches"),
      from: "lg",
      cell: ({ branches }) =>
        branches.length > 0 ? (
          branches.map(({ name }) => name).join(", ")
        ) : (
          <span className="whitespace-nowrap text-muted-foreground">{text("everyBranch")}</span>
        ),
    },
    {
      key: "staff",
      header: text("columns.staff"),
      from: "xl",
      cell: ({ staff }) => staff?.name ?? <span className="text-muted-foreground">–</span>,
    },
    {
      key: "twoFactor",
      header: text("columns.twoFactor"),
      from: "xl",
      cell: ({ hasTwoFactor }) => (
        <Badge tone={hasTwoFactor ? "success" : "grey"}>{text(hasTwoFactor ? "twoFactor.on" : "twoFactor.off")}</Badge>
      ),
    },
    {
      key: "lastSeen",
      header: text("columns.lastSeen"),
      from: "md",
      cell: ({ lastSeenAt }) => (
        <span className="whitespace-nowrap text-muted-foreground">
          {lastSeenAt ? <RelativeTime at={lastSeenAt} /> : text("never")}
        </span>
      ),
    },
  ];
}
