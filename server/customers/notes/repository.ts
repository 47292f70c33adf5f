import type { CompanyContext } from "@/server/core/context";
import { db } from "@/server/core/db";
import type { Prisma } from "@/server/core/generated/client";
import { newId } from "@/server/core/ids";
import type { CreateNoteInput, NoteView } from "./schema";

const select = {
  id: true,
  customerId: true,
  subject: true,
  content: true,
  type: true,
  isPinned: true,
  createdByUserId: true,
  createdAt: true,
  updatedAt: true,
} satisfies Prisma.CustomerNoteSelect;

/** Of one customer, those that need no further right. */
const general = (ctx: CompanyContext, customerId: string) =>
  ({
    companyId: ctx.companyId,
    customerId,
    deletedAt: null,
    type: { in: ["general", "complaint", "feedback"] },
    visibility: { in: ["staff", "all"] },
  }) satisfies Prisma.CustomerNoteWhereInput;

interface NoteListQuery {
  customerId: string;
  limit: number;
  skip: number;
  after: (string | number)[] | null;
}

/** Newest first. */
export async function listNoteRows(ctx: CompanyContext, { customerId, limit, skip, after }: NoteListQuery) {
  const at = new Date(Number(after?.[0]));
  const behind = after ? { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: String(after[1]) } }] } : {};
  const rows = await db(ctx).customerNote.findMany({
    where: { ...general(ctx, customerId), ...behind },
    select,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip,
    take: limit + 1,
  });
  return rows as NoteView[];
}

export async function countNoteRows(ctx: CompanyContext, { customerId }: { customerId: string }): Promise<number> {
  return db(ctx).customerNote.count({ where: general(ctx, customerId) });
}

interface NoteId {
  customerId: string;
  noteId: string;
}

export async function findNote(ctx: CompanyContext, { customerId, noteId }: NoteId): Promise<NoteView | null> {
  const row = await db(ctx).customerNote.findFirst({ where: { ...general(ctx, customerId), id: noteId }, select });
  return row as NoteView | null;
}

export async function insertNote(ctx: CompanyContext, input: CreateNoteInput): Promise<NoteView> {
  const createdByUserId = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const row = await db(ctx).customerNote.create({
    data: { id: newId(), companyId: ctx.companyId, ...input, createdByUserId, createdAt: ctx.now },
    select,
  });
  return row as NoteView;
}

export async function writeNote(
  ctx: CompanyContext,
  { customerId, noteId }: NoteId,
  data: Prisma.CustomerNoteUncheckedUpdateManyInput,
): Promise<void> {
  await db(ctx).customerNote.updateMany({ where: { ...general(ctx, customerId), id: noteId }, data });
}
