"use client";

import { parseAsString, useQueryState } from "nuqs";
import { ImportDetails } from "./import-details";
import { ImportStart } from "./import-start";

/** A new file and what was brought before; or one import, by its id in the address. */
export function ImportPage() {
  const [importId, setImportId] = useQueryState("import", parseAsString.withOptions({ history: "push" }));
  const [, setFilters] = useQueryState("after");
  const open = (id: string | null) => {
    void setFilters(null);
    void setImportId(id);
  };
  if (importId) return <ImportDetails key={importId} importId={importId} onBack={() => open(null)} />;
  return <ImportStart onOpen={open} />;
}
