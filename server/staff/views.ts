import type { StaffDetailRow, StaffProfileRow } from "./repository/profiles";
import type { StaffDetails, StaffProfile } from "./schema";

export function toStaffProfile(row: StaffProfileRow): StaffProfile {
  const { id, name, email, phone, colour, avatarUrl, homeBranch, skills, isBookable, version } = row;
  return {
    ...{ id, name, email, phone, colour, avatarUrl, homeBranch, skills, isBookable, version },
    branches: row.staffBranches.map(({ branch }) => branch),
    serviceCount: row._count.staffServices,
    isArchived: !row.isActive,
  };
}

export function toStaffDetails(row: StaffDetailRow): StaffDetails {
  const { languages, bio, maxHoursPerDay, maxHoursPerWeek, createdAt } = row;
  const [member] = row.memberships;
  return {
    ...toStaffProfile(row),
    ...{ languages, bio, createdAt },
    maxHoursPerDay: maxHoursPerDay?.toNumber() ?? null,
    maxHoursPerWeek: maxHoursPerWeek?.toNumber() ?? null,
    services: row.staffServices.map(({ service: { name, isActive, ...standard }, ...offered }) => ({
      ...{ name, isActive, standard },
      ...offered,
    })),
    account: member ? { membershipId: member.id, name: member.user.name, email: member.user.email } : null,
  };
}
