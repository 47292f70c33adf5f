"use client";

import { lazy, Suspense } from "react";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { useTabInUrl } from "../../customers/use-tab-in-url";
import { useCan } from "../../providers/company-provider";
import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Skeleton } from "../../ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../../ui/tabs";
import { GeneralForm } from "./general-form";

const BranchesForm = lazy(() => import("./branches-form").then((file) => ({ default: file.BranchesForm })));
const NeedsForm = lazy(() => import("./needs-form").then((file) => ({ default: file.NeedsForm })));
const PeopleForm = lazy(() => import("./people-form").then((file) => ({ default: file.PeopleForm })));
const PriceForm = lazy(() => import("./price-form").then((file) => ({ default: file.PriceForm })));
const RulesForm = lazy(() => import("./rules-form").then((file) => ({ default: file.RulesForm })));
const SegmentEditor = lazy(() =>
  import("../segments/segment-editor").then((file) => ({ default: file.SegmentEditor })),
);
const SynonymsForm = lazy(() => import("./synonyms-form").then((file) => ({ default: file.SynonymsForm })));

const TABS = ["general", "price", "people", "segments", "needs", "rules", "phone"] as const;

/** Everything about a service, by subject; which one is open stands in the URL. */
export function ServiceTabs({ service }: { service: ServiceDetails }) {
  const text = useText("catalog");
  const [tab, choose] = useTabInUrl(TABS);
  const mayEdit = useCan("edit_services") && service.status !== "archived";
  const isReadOnly = !mayEdit || !service.isWholeEditable;
  const counts = { people: service.staffCount, segments: service.segments.length, phone: service.synonyms.length };
  return (
    <Tabs value={tab} onValueChange={choose}>
      <TabsList aria-label={text("tabs.label")}>
        {TABS.map((each) => (
          <TabsTrigger key={each} value={each}>
            {text(`tabs.${each}`)}
            {each in counts && <Badge>{counts[each as keyof typeof counts]}</Badge>}
          </TabsTrigger>
        ))}
      </TabsList>
      {mayEdit && isReadOnly && <Note className="mt-4">{text("readOnly")}</Note>}
      <Suspense fallback={<Skeleton className="mt-4 h-96 w-full" />}>
        <TabsContent value="general">
          <GeneralForm service={service} isReadOnly={isReadOnly} />
        </TabsContent>
        <TabsContent value="price" className="flex flex-col gap-4">
          <PriceForm service={service} isReadOnly={isReadOnly} />
          <BranchesForm service={service} isReadOnly={!mayEdit} />
        </TabsContent>
        <TabsContent value="people">
          <PeopleForm service={service} isReadOnly={!mayEdit} />
        </TabsContent>
        <TabsContent value="segments">
          <SegmentEditor service={service} isReadOnly={isReadOnly} />
        </TabsContent>
        <TabsContent value="needs">
          <NeedsForm service={service} isReadOnly={isReadOnly} />
        </TabsContent>
        <TabsContent value="rules">
          <RulesForm service={service} isReadOnly={isReadOnly} />
        </TabsContent>
        <TabsContent value="phone">
          <SynonymsForm service={service} isReadOnly={isReadOnly} />
        </TabsContent>
      </Suspense>
    </Tabs>
  );
}
