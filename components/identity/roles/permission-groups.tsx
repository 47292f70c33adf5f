"use client";

import { useState } from "react";
import { NoResults } from "../../shared/no-results";
import { SearchField } from "../../shared/search-field";
import { useText } from "../../shared/use-text";
import { Card } from "../../ui/card";
import { GROUPS, permissionsOn, RESOURCE_GROUPS } from "./resource-groups";
import { type PermissionChoice, ResourceRow } from "./resource-row";

/** Everything that a role may do, by subject; a search leaves the resources that it names. */
export function PermissionGroups({ choice }: { choice: PermissionChoice }) {
  const text = useText("roles");
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLocaleLowerCase();
  const groups = GROUPS.map((group) => {
    const title = text(`groups.${group}`);
    const isWhole = title.toLocaleLowerCase().includes(wanted);
    const resources = RESOURCE_GROUPS[group].filter((resource) => {
      const words = [
        text(`resources.${resource}`),
        ...permissionsOn(resource).map(({ action }) => text(`actions.${action}`)),
      ];
      return isWhole || words.some((word) => word.toLocaleLowerCase().includes(wanted));
    });
    return { group, title, resources };
  }).filter(({ resources }) => resources.length > 0);
  return (
    <div className="flex flex-col gap-4">
      <SearchField label={text("editor.search")} value={search} onSearch={setSearch} className="sm:w-80" />
      {groups.length === 0 && <NoResults onClear={() => setSearch("")} />}
      {groups.map(({ group, title, resources }) => (
        <Card key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} className="px-4 py-2.5 font-semibold">
            {title}
          </h2>
          {resources.map((resource) => (
            <ResourceRow key={resource} resource={resource} choice={choice} />
          ))}
        </Card>
      ))}
    </div>
  );
}
