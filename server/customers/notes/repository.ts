import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import { beyond, type ListOrder } from "@/server/core/page";
import { may } from "@/server/identity/rules/permissions";
import type { CreateNoteInput, NoteType, NoteView } from "./schema";

const select = {
  id: true,
  customerId: true,
  subject: true,
  content: true,
  type: true,
  visibility: true,
  isPinned: true,
  createdByUserId: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.CustomerNoteSelect;
type NoteRow = Omit<NoteView, "createdByName">;

const NOT_MEDICAL = { not: "medical" } as const;
const NOT_MANAGEMENT = { not: "management" } as const;

/** An empty OR within an AND would be no condition at all. */
const NONE = { id: { in: [] } } satisfies Prisma.CustomerNoteWhereInput;

/** Whoever sees only their own rows reads what concerns the health of their own customers. */
function ownCustomers({ restriction }: CompanyContext): Prisma.CustomerNoteWhereInput {
  const staffId = restriction?.staffId;
  return staffId ? { customer: { appointments: { some: { staffId } } } } : {};
}

/** Whether somebody who sees only their own rows has this customer, or had them. */
export async function isOwnCustomer(ctx: CompanyContext, customerId: string): Promise<boolean> {
  const staffId = ctx.restriction?.staffId;
  if (!staffId) return true;
  const where = { companyId: ctx.companyId, id: customerId, appointments: { some: { staffId } } };
  return (await db(ctx).customer.count({ where })) > 0;
}

/** The notes that whoever asks may read at all; nobody's rights match no note. */
function readable(ctx: CompanyContext): Prisma.CustomerNoteWhereInput {
  const [general, management] = [may(ctx, "view_general_notes"), may(ctx, "view_management_notes")];
  const medical = may(ctx, "view_medical_notes");
  const kinds: Prisma.CustomerNoteWhereInput[] = [
    ...(general ? [{ type: NOT_MEDICAL, visibility: NOT_MANAGEMENT }] : []),
    ...(management ? [{ type: NOT_MEDICAL, visibility: "management" as const }] : []),
    ...(medical ? [{ type: "medical" as const, visibility: NOT_MANAGEMENT, ...ownCustomers(ctx) }] : []),
    ...(medical && management
      ? [{ type: "medical" as const, visibility: "management" as const, ...ownCustomers(ctx) }]
      : []),
  ];
  return kinds.length > 0 ? { OR: kinds } : NONE;
}

const ofCustomer = (ctx: CompanyContext, customerId: string) =>
  ({
    companyId: ctx.companyId,
    customerId,
    deletedAt: null,
    AND: [readable(ctx)],
  }) satisfies Prisma.CustomerNoteWhereInput;

interface NoteFilter {
  customerId: string;
  type?: NoteType | undefined;
  until?: Date | undefined;
}

const matching = ({ type, until }: NoteFilter): Prisma.CustomerNoteWhereInput => ({
  ...(type && { type }),
  ...(until && { createdAt: { lt: until } }),
});

interface NoteListQuery extends NoteFilter {
  limit: number;
  skip: number;
  after: (string | number)[] | null;
  order: ListOrder;
}

/** By when they were written. */
export async function listNoteRows(ctx: CompanyContext, query: NoteListQuery): Promise<NoteView[]> {
  const { customerId, limit, skip, after, order } = query;
  const at = new Date(Number(after?.[0]));
  const behind = after
    ? { OR: [{ createdAt: beyond(order, at) }, { createdAt: at, id: beyond(order, String(after[1])) }] }
    : {};
  const rows = await db(ctx).customerNote.findMany({
    where: { ...ofCustomer(ctx, customerId), ...matching(query), ...behind },
    select,
    orderBy: [{ createdAt: order }, { id: order }],
    skip,
    take: limit + 1,
  });
  return withAuthors(ctx, rows);
}

export async function countNoteRows(ctx: CompanyContext, filter: NoteFilter): Promise<number> {
  return db(ctx).customerNote.count({ where: { ...ofCustomer(ctx, filter.customerId), ...matching(filter) } });
}

interface NoteId {
  customerId: string;
  noteId: string;
}

export async function findNote(ctx: CompanyContext, { customerId, noteId }: NoteId): Promise<NoteView | null> {
  const row = await db(ctx).customerNote.findFirst({ where: { ...ofCustomer(ctx, customerId), id: noteId }, select });
  return row && authored(ctx, row);
}

export async function insertNote(ctx: CompanyContext, input: CreateNoteInput): Promise<NoteView> {
  const createdByUserId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const row = await db(ctx).customerNote.create({
    data: { id: newId(), companyId: ctx.companyId, ...input, createdByUserId, createdAt: ctx.now },
    select,
  });
  return authored(ctx, row);
}

/** The row as it is then, also for whoever may not read it any more. */
export async function writeNote(
  ctx: CompanyContext,
  { customerId, noteId }: NoteId,
  data: Prisma.CustomerNoteUncheckedUpdateInput,
): Promise<NoteView> {
  const where = { companyId_id: { companyId: ctx.companyId, id: noteId }, customerId, deletedAt: null };
  return authored(ctx, await db(ctx).customerNote.update({ where, data, select }));
}

async function authored(ctx: CompanyContext, row: NoteRow): Promise<NoteView> {
  const [note] = await withAuthors(ctx, [row]);
  return note as NoteView;
}

async function withAuthors(ctx: CompanyContext, rows: NoteRow[]): Promise<NoteView[]> {
  const ids = [...new Set(rows.flatMap(({ createdByUserId }) => createdByUserId ?? []))];
  const users =
    ids.length > 0 ? await db(ctx).user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }) : [];
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map((row) => ({ ...row, createdByName: names.get(row.createdByUserId ?? "") ?? null }));
}
