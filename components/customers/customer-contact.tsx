"use client";

import type { CustomerDetails } from "@/server/customers/schema";
import { DetailList } from "../shared/detail-list";
import { useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Birthday } from "./birthday";

/** How to reach somebody and what to know about them; numbers and addresses are there to be tapped. */
export function CustomerContact({ customer }: { customer: CustomerDetails }) {
  const text = useText("customers");
  const { phones, email, city, birthdate, language, preferredStaffName, preferredBranchName, tags, notes } = customer;
  return (
    <DetailList
      items={[
        [text("details.phone"), phones.length > 0 && <Phones key="phones" phones={phones} />],
        [
          text("details.email"),
          email && (
            <a key="email" href={`mailto:${email}`} className="break-all text-primary-text hover:underline">
              {email}
            </a>
          ),
        ],
        [text("details.city"), city],
        [text("details.birthdate"), birthdate && <Birthday key="birthday" date={birthdate} />],
        [text("details.language"), text(language === "en" ? "details.english" : "details.german")],
        [text("details.staff"), preferredStaffName],
        [text("details.branch"), preferredBranchName],
        [text("details.sms"), text(customer.smsOptIn ? "details.smsYes" : "details.smsNo")],
        [text("details.tags"), tags.length > 0 && <Tags key="tags" tags={tags} />],
        [
          text("details.notes"),
          notes && (
            <span key="notes" className="whitespace-pre-line">
              {notes}
            </span>
          ),
        ],
      ].map(([label, value]) => [String(label), value || null] as const)}
    />
  );
}

function Phones({ phones }: Pick<CustomerDetails, "phones">) {
  return (
    <ul>
      {phones.map(({ e164, text: written, label }) => (
        <li key={e164} className="flex flex-wrap items-center gap-x-2">
          <a
            href={`tel:${e164}`}
            className="inline-flex min-h-6 items-center text-primary-text tabular-nums hover:underline"
          >
            {written}
          </a>
          {label && <span className="text-muted-foreground">{label}</span>}
        </li>
      ))}
    </ul>
  );
}

function Tags({ tags }: Pick<CustomerDetails, "tags">) {
  return (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </span>
  );
}
