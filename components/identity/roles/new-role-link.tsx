"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useCan } from "../../providers/company-provider";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

export function NewRoleLink() {
  const text = useText("roles");
  if (!useCan("create_roles")) return null;
  return (
    <Button asChild variant="primary">
      <Link href="/settings/roles/new">
        <Plus />
        {text("new")}
      </Link>
    </Button>
  );
}
