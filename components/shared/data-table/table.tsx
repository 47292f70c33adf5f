"use client";

import { Fragment, type MouseEvent, type ReactNode, useRef } from "react";
import { cn } from "../../ui/cn";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "../../ui/table";
import { type Column, columnClasses, type Sort } from "./columns";
import { SortButton } from "./sort-button";
import { useRowKeys } from "./use-row-keys";

interface DataTableProps<Row> {
  /** Read out before the rows. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  onOpen?: (row: Row) => void;
  openId?: string | null;
  /** A second line under the first cell on a phone, where the other columns are hidden. */
  phoneDetail?: (row: Row) => ReactNode;
  sort?: Sort | null;
  onSort?: (key: string) => void;
  /** A heading over each run of rows that give the same one, such as their day. */
  groupOf?: (row: Row) => string;
  /** Has just appeared or changed while somebody looks. */
  isFresh?: (row: Row) => boolean;
  /** Old rows stay, paler, while the next page is on its way. */
  isStale?: boolean;
}

/** Rows as the server sorted and cut them. Click, Enter or j/k and Enter open one. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const body = useRef<HTMLDivElement>(null);
  useRowKeys(body);
  return (
    <div ref={body} aria-busy={props.isStale || undefined} className={cn(props.isStale && "opacity-60")}>
      <Table>
        <caption className="sr-only">{props.caption}</caption>
        <TableHeader>
          <TableRow>
            {props.columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={props.sort ?? null} onSort={props.onSort} />
            ))}
          </TableRow>
        </TableHeader>
        <TableBody>
          {props.rows.map((row, index) => (
            <Fragment key={props.rowId(row)}>
              <GroupRow row={row} before={props.rows[index - 1]} table={props} />
              <DataRow row={row} table={props} />
            </Fragment>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: Sort | null;
  onSort?: (key: string) => void;
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const { sortKey } = column;
  const isSorted = sortKey !== undefined && sort?.key === sortKey;
  const direction = isSorted ? (sort.isDescending ? "descending" : "ascending") : undefined;
  return (
    <TableHead className={columnClasses(column)} aria-sort={direction}>
      {sortKey && onSort ? (
        <SortButton direction={direction} onClick={() => onSort(sortKey)}>
          {column.header}
        </SortButton>
      ) : (
        column.header
      )}
    </TableHead>
  );
}

function GroupRow<Row>({ row, before, table }: { row: Row; before?: Row; table: DataTableProps<Row> }) {
  const group = table.groupOf?.(row);
  if (!group || (before !== undefined && table.groupOf?.(before) === group)) return null;
  return (
    <TableRow>
      <th
        scope="colgroup"
        colSpan={table.columns.length}
        className="h-(--row) border-b bg-neutral-2 px-3 text-left font-semibold"
      >
        {group}
      </th>
    </TableRow>
  );
}

function DataRow<Row>({ row, table }: { row: Row; table: DataTableProps<Row> }) {
  const { columns, onOpen, phoneDetail } = table;
  const handleClick = (event: MouseEvent<HTMLElement>) => {
    // Links and buttons inside a row do their own thing, and marking text is not a click.
    if ((event.target as Element).closest("a, button, input, label")) return;
    if (!window.getSelection()?.toString()) onOpen?.(row);
  };
  const isOpen = table.openId === table.rowId(row);
  const isFresh = table.isFresh?.(row) && !isOpen;
  return (
    <TableRow
      onClick={onOpen && handleClick}
      data-tone={isFresh ? "brand" : undefined}
      className={cn(
        "transition-colors",
        onOpen && "cursor-pointer",
        isOpen ? "bg-primary-subtle" : isFresh ? "bg-tone-subtle" : onOpen && "hover:bg-muted",
      )}
    >
      {columns.map((column, index) => (
        <TableCell key={column.key} className={columnClasses(column)}>
          {index > 0 ? (
            column.cell(row)
          ) : (
            <>
              {onOpen ? <OpenButton onClick={() => onOpen(row)}>{column.cell(row)}</OpenButton> : column.cell(row)}
              {phoneDetail && <div className="text-muted-foreground text-sm md:hidden">{phoneDetail(row)}</div>}
            </>
          )}
        </TableCell>
      ))}
    </TableRow>
  );
}

function OpenButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" data-row-opener="" onClick={onClick} className="max-w-full rounded-sm text-left font-medium">
      {children}
    </button>
  );
}
