import { branchIdOf, companyIdOf, idOf, type SeedBusiness, type SeedStaff, serviceIdOf, staffIdOf } from "./business";
import { calcomUserIdOf } from "./calcom-world";
import { userIdOf } from "./identity";
import { slugOf } from "./ids";
import { insertRows } from "./insert";
import type { Seeding } from "./seeding";
import { hasCalcom } from "./tenancy";

/** Who works where and does what, with lengths and prices of their own. */
export async function writeStaff({ tx, business }: Seeding): Promise<void> {
  const companyId = companyIdOf(business);
  await insertRows(
    tx.staff,
    business.staff.map((staff) => staffRow(business, staff)),
  );
  await insertRows(
    tx.staffBranch,
    business.staff.flatMap((staff) =>
      branchesOf(staff).map((slug) => ({
        id: idOf(business, "staff-branch", `${slugOf(staff.name)}/${slug}`),
        companyId,
        staffId: staffIdOf(business, staff.name),
        branchId: branchIdOf(business, slug),
      })),
    ),
  );
  await insertRows(
    tx.staffService,
    business.staff.flatMap(({ name, offers }) =>
      Object.entries(offers).map(([service, { minutes, cents, proficiency }]) => ({
        id: idOf(business, "staff-service", `${slugOf(name)}/${slugOf(service)}`),
        companyId,
        staffId: staffIdOf(business, name),
        serviceId: serviceIdOf(business, service),
        durationMinutes: minutes ?? null,
        priceCents: cents ?? null,
        proficiency: proficiency ?? 3,
      })),
    ),
  );
}

export const branchesOf = ({ shifts }: SeedStaff): string[] => [...new Set(shifts.map(({ branch }) => branch))];

function staffRow(business: SeedBusiness, staff: SeedStaff) {
  return {
    id: staffIdOf(business, staff.name),
    companyId: companyIdOf(business),
    homeBranchId: branchIdOf(business, staff.homeBranch),
    userId: staff.userEmail ? userIdOf(staff.userEmail) : null,
    name: staff.name,
    email: `${slugOf(staff.name).replace("-", ".")}@${business.slug}.example`,
    colour: staff.colour,
    languages: staff.languages,
    skills: staff.skills,
    bio: staff.bio,
    calcomUserId: hasCalcom(business) ? calcomUserIdOf(business, staff.name) : null,
  };
}
