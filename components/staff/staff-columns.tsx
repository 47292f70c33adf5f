import type { StaffProfile } from "@/server/staff/schema";
import { ColourDot } from "../appointments/colour-dot";
import type { Column } from "../shared/data-table/columns";
import type { Text } from "../shared/use-text";
import { Avatar } from "../ui/avatar";
import { StaffBadges } from "./staff-badges";

export function staffColumns({ text, hasBranches }: { text: Text; hasBranches: boolean }): Column<StaffProfile>[] {
  return [
    {
      key: "name",
      header: text("columns.name"),
      cell: ({ name, avatarUrl, colour, isArchived, isBookable }) => (
        <span className="flex items-center gap-2.5">
          <Avatar name={name} src={avatarUrl} size="sm" className="max-md:hidden" />
          <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
            <ColourDot colour={colour} />
            {name}
            <StaffBadges isArchived={isArchived} isBookable={isBookable} />
          </span>
        </span>
      ),
    },
    ...(hasBranches ? [branchColumn(text)] : []),
    {
      key: "services",
      header: text("columns.services"),
      from: "md",
      align: "right",
      cell: ({ serviceCount }) => serviceCount,
    },
    {
      key: "skills",
      header: text("columns.skills"),
      from: "xl",
      width: "max-w-72",
      cell: ({ skills }) => (
        <span title={skills.join(", ") || undefined} className="block truncate text-muted-foreground">
          {skills.join(", ") || "–"}
        </span>
      ),
    },
    {
      key: "phone",
      header: text("columns.phone"),
      from: "lg",
      cell: ({ phone }) => <span className="whitespace-nowrap tabular-nums">{phone ?? "–"}</span>,
    },
    {
      key: "email",
      header: text("columns.email"),
      from: "lg",
      width: "max-w-60",
      cell: ({ email }) => (
        <span title={email ?? undefined} className="block truncate text-muted-foreground">
          {email ?? "–"}
        </span>
      ),
    },
  ];
}

const branchColumn = (text: Text): Column<StaffProfile> => ({
  key: "branches",
  header: text("columns.branches"),
  from: "md",
  width: "max-w-60",
  cell: ({ branches }) => {
    const names = branches.map(({ name }) => name).join(", ");
    return (
      <span title={names} className="block truncate">
        {names}
      </span>
    );
  },
});
