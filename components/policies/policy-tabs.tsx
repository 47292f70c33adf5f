"use client";

import { Suspense } from "react";
import { policyType } from "@/server/policies/schema";
import { useTabInUrl } from "../customers/use-tab-in-url";
import { SecuritySkeleton } from "../identity/security-skeleton";
import { useText } from "../shared/use-text";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../ui/tabs";
import { PolicySection } from "./policy-section";

/** One tab for each kind of policy; which one is open stands in the URL. */
export function PolicyTabs() {
  const text = useText("policies");
  const [tab, choose] = useTabInUrl(policyType.options);
  const shown = policyType.catch("cancellation").parse(tab);
  return (
    <Tabs value={tab} onValueChange={choose}>
      <TabsList aria-label={text("tabs")}>
        {policyType.options.map((type) => (
          <TabsTrigger key={type} value={type}>
            {text(`types.${type}`)}
          </TabsTrigger>
        ))}
      </TabsList>
      <TabsContent value={tab}>
        <Suspense fallback={<SecuritySkeleton />}>
          <PolicySection key={shown} type={shown} />
        </Suspense>
      </TabsContent>
    </Tabs>
  );
}
