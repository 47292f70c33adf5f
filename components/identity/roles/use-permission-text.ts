"use client";

import { RESOURCE_ACTIONS, type Resource } from "@/server/identity/rules/permissions";
import { useText } from "../../shared/use-text";

const RESOURCES = Object.keys(RESOURCE_ACTIONS) as Resource[];

/** `reschedule_appointments` as people say it: "Appointments: reschedule". */
export function usePermissionText(): (permission: string) => string {
  const text = useText("roles");
  return (permission) => {
    const resource = RESOURCES.find((name) =>
      RESOURCE_ACTIONS[name].some((action) => `${action}_${name}` === permission),
    );
    if (!resource) return permission;
    const action = permission.slice(0, -resource.length - 1);
    return `${text(`resources.${resource}`)}: ${text(`actions.${action}`)}`;
  };
}
