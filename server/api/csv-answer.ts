/**
 * A table that is written while it is sent; no further than is read: who leaves half-way ends the work as well.
 * Its first lines are asked for before the answer begins, so that a refusal still is one.
 */
export async function csvAnswer(lines: AsyncGenerator<string, void>, name: string): Promise<Response> {
  const first = await lines.next();
  const file = `${name}-${new Date().toISOString().slice(0, 10)}.csv`;
  return new Response(toStream(lines, first), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${file}"` },
  });
}

function toStream(
  lines: AsyncGenerator<string, void>,
  first: IteratorResult<string, void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string, void> | null = first;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = next ?? (await lines.next());
      next = null;
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return();
    },
  });
}
