import { Armchair, Car, DoorOpen, type LucideIcon, MonitorCog } from "lucide-react";
import type { ResourceType } from "@/server/catalog/services/schema/chain";

export const RESOURCE_TYPES: readonly ResourceType[] = ["room", "equipment", "vehicle", "other"];

export const RESOURCE_ICONS: Record<ResourceType, LucideIcon> = {
  room: DoorOpen,
  equipment: MonitorCog,
  vehicle: Car,
  other: Armchair,
};
