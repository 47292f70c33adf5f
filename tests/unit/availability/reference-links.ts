import type { BookableService, CalendarData, ServiceSegment } from "@/server/availability/rules/calendar-data";
import type { SlotRequest } from "@/server/availability/rules/slot";

/** What the reference knows of one piece of the wished chain. */
export interface Piece {
  part: number;
  service: BookableService;
  segment: ServiceSegment | null;
  isFirst: boolean;
  isLast: boolean;
  /** Minutes that may be waited before it. */
  waitMin: number;
  waitMax: number;
}

export function piecesOf({ parts, maxWaitMinutes }: SlotRequest, { services }: CalendarData): Piece[] {
  const pieces: Piece[] = [];
  parts.forEach((wish, part) => {
    const service = services.find((one) => one.id === wish.serviceId) as BookableService;
    const segments: (ServiceSegment | null)[] = service.segments?.length ? [...service.segments] : [null];
    segments.forEach((segment, i) => {
      const previous = i > 0 ? segments[i - 1] : null;
      const waitMin = previous ? previous.gapAfterMinMinutes : 0;
      let waitMax = previous ? Math.max(waitMin, previous.gapAfterMaxMinutes) : 0;
      if (i === 0 && part > 0) waitMax = maxWaitMinutes ?? 15;
      pieces.push({ part, service, segment, isFirst: i === 0, isLast: i === segments.length - 1, waitMin, waitMax });
    });
  });
  return pieces;
}

export function isStaffFree({ segment }: Piece): boolean {
  return segment?.isStaffFree ?? false;
}

/** Whether the piece is done by whoever did the one before, if there is one. */
export function followsPerson(piece: Piece, { sameStaff }: SlotRequest): boolean {
  if (sameStaff) return true;
  return !piece.isFirst && (piece.segment?.staffMode === "same" || isStaffFree(piece));
}

function offers(staffId: string, piece: Piece, { staff }: CalendarData): boolean {
  const needed = piece.segment?.serviceId ?? piece.service.id;
  return staff.some(({ id, offers: list }) => id === staffId && list.some(({ serviceId }) => serviceId === needed));
}

/** Everybody who may do the piece after the person who did the one before. */
export function whoMay(
  piece: Piece,
  { before, request, data }: { before: string | null; request: SlotRequest; data: CalendarData },
) {
  const everybody = data.staff.map(({ id }) => id);
  const wanted = request.parts[piece.part]?.staffId;
  if (before && followsPerson(piece, request)) {
    if (isStaffFree(piece)) return [before];
    const isRefused = request.sameStaff && piece.isFirst && wanted && wanted !== before;
    return offers(before, piece, data) && !isRefused ? [before] : [];
  }
  const named = piece.segment?.staffMode === "specific" && !request.sameStaff ? piece.segment.staffId : null;
  if (named) return everybody.filter((id) => id === named);
  const able = everybody.filter((id) => offers(id, piece, data));
  if (!wanted) return able;
  const isComposite = (piece.service.segments?.length ?? 0) > 1;
  return able.includes(wanted) || !isComposite ? able.filter((id) => id === wanted) : able;
}

export function minutesFor(
  piece: Piece,
  { staffId, request, data }: { staffId: string; request: SlotRequest; data: CalendarData },
) {
  const ownFor = (serviceId: string) =>
    data.staff.find(({ id }) => id === staffId)?.offers.find((offer) => offer.serviceId === serviceId)?.durationMinutes;
  const { segment, service, part } = piece;
  if (!segment) return request.parts[part]?.durationMinutes ?? ownFor(service.id) ?? service.durationMinutes;
  const isOwn = segment.serviceId && segment.serviceId !== service.id && !segment.isStaffFree;
  return (isOwn ? ownFor(segment.serviceId as string) : null) ?? segment.durationMinutes;
}

/** Whether each wanted person does some of their part at all. */
export function isWishPossible(request: SlotRequest, data: CalendarData): boolean {
  const pieces = piecesOf(request, data);
  const doers = pieces.map(() => new Set<string>());
  const go = (nr: number, before: string | null): void => {
    const piece = pieces[nr];
    if (!piece) return;
    for (const id of whoMay(piece, { before, request, data })) {
      doers[nr]?.add(id);
      go(nr + 1, id);
    }
  };
  go(0, null);
  return request.parts.every(
    ({ staffId }, part) =>
      !staffId || pieces.some((piece, nr) => piece.part === part && !isStaffFree(piece) && doers[nr]?.has(staffId)),
  );
}
