"use client";

import { useLocale } from "next-intl";
import type { StaffDetails } from "@/server/staff/schema";
import { useCan } from "../providers/company-provider";
import { DetailList } from "../shared/detail-list";
import { PageLink } from "../shared/page-link";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";
import { languageName } from "./language-names";
import { StaffPhoto } from "./staff-photo";

/** How to reach somebody, what they bring along, where and how much they work. */
export function StaffOverview({ staff }: { staff: StaffDetails }) {
  const text = useText("staff");
  const locale = useLocale();
  const canEdit = useCan("edit_staff") && !staff.isArchived;
  const { email, phone, languages, skills, bio } = staff;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card>
        <CardHeader>
          <CardTitle>{text("profile.title")}</CardTitle>
        </CardHeader>
        <CardContent className="flex flex-col gap-4">
          {canEdit && <StaffPhoto staff={staff} />}
          <DetailList
            items={[
              [
                text("fields.email"),
                email ? (
                  <a key="email" href={`mailto:${email}`}>
                    {email}
                  </a>
                ) : (
                  "–"
                ),
              ],
              [
                text("fields.phone"),
                phone ? (
                  <a key="phone" href={`tel:${phone.replace(/[^+0-9]/g, "")}`}>
                    {phone}
                  </a>
                ) : (
                  "–"
                ),
              ],
              [text("fields.languages"), languages.map((code) => languageName(code, locale)).join(", ") || "–"],
              [text("fields.skills"), skills.length > 0 ? <Tags key="skills" tags={skills} /> : "–"],
              [
                text("fields.bio"),
                bio && (
                  <span key="bio" className="whitespace-pre-line">
                    {bio}
                  </span>
                ),
              ],
            ]}
          />
        </CardContent>
      </Card>
      <Work staff={staff} />
    </div>
  );
}

function Tags({ tags }: { tags: string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </span>
  );
}

function Work({ staff }: { staff: StaffDetails }) {
  const text = useText("staff");
  const format = useFormatters();
  const seesHours = useCan("view_working_hours");
  const { homeBranch, branches, isBookable, maxHoursPerDay, maxHoursPerWeek, createdAt } = staff;
  const limit = (hours: number | null) => (hours === null ? text("noLimit") : text("hours", { hours }));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{text("work.title")}</CardTitle>
        {seesHours && (
          <PageLink href={`/working-hours?staff=${staff.id}`} className="shrink-0 text-primary-text hover:underline">
            {text("work.hours")}
          </PageLink>
        )}
      </CardHeader>
      <CardContent>
        <DetailList
          items={[
            [text("fields.homeBranch"), homeBranch.name],
            [text("fields.branches"), branches.map(({ name }) => name).join(", ")],
            [text("fields.isBookable"), text(isBookable ? "yes" : "no")],
            [text("fields.maxHoursPerDay"), limit(maxHoursPerDay)],
            [text("fields.maxHoursPerWeek"), limit(maxHoursPerWeek)],
            [text("work.since"), format.date(createdAt)],
          ]}
        />
      </CardContent>
    </Card>
  );
}
