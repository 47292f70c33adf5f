-- How many requests came in the present window and in the one before. Unlogged: every request writes here, nobody waits for
-- the disk, and after a crash everybody begins anew. Counts that must outlive a crash stand in rate_limit_buckets.
CREATE UNLOGGED TABLE request_windows (
  bucket text NOT NULL,
  started_ms bigint NOT NULL,
  window_ms integer NOT NULL,
  previous integer NOT NULL DEFAULT 0,
  count integer NOT NULL DEFAULT 0,
  CONSTRAINT request_windows_pkey PRIMARY KEY (bucket)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX request_windows_started_ms_idx ON request_windows (started_ms);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_windows TO app_rw, app_platform;

-- Takes one from each of the limits, or from none when one of them is used up (server/core/request-limits/window.ts has the
-- same arithmetic and says why). One round trip for all layers; the rows are locked in order, so nobody waits in a circle.
CREATE FUNCTION request_limits_take(p_buckets text[], p_limits integer[], p_windows_ms integer[], p_now_ms bigint)
  RETURNS TABLE (bucket text, started_ms bigint, previous integer, count integer, now_ms bigint, is_over boolean)
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE at_ms bigint := coalesce(p_now_ms, floor(extract(epoch FROM clock_timestamp()) * 1000)); refused boolean := false; taken record;
  buckets text[] := '{}'; i integer;
BEGIN
  FOR i IN SELECT g FROM generate_subscripts(p_buckets, 1) g ORDER BY p_buckets[g] LOOP
    INSERT INTO request_windows AS w (bucket, started_ms, window_ms, previous, count)
    VALUES (p_buckets[i], at_ms - at_ms % p_windows_ms[i], p_windows_ms[i], 0, 1)
    ON CONFLICT (bucket) DO UPDATE SET
      started_ms = greatest(w.started_ms, excluded.started_ms), window_ms = excluded.window_ms,
      previous = CASE WHEN w.started_ms >= excluded.started_ms THEN w.previous
        WHEN w.started_ms = excluded.started_ms - excluded.window_ms THEN w.count ELSE 0 END,
      count = CASE WHEN w.started_ms >= excluded.started_ms THEN w.count + 1 ELSE 1 END
    RETURNING w.started_ms, w.previous, w.count INTO taken;
    bucket := p_buckets[i]; started_ms := taken.started_ms; previous := taken.previous; count := taken.count; now_ms := at_ms;
    is_over := taken.previous::bigint * (p_windows_ms[i] - greatest(0, at_ms - taken.started_ms))
      > (p_limits[i] - taken.count)::bigint * p_windows_ms[i];
    refused := refused OR is_over;
    RETURN NEXT;
  END LOOP;
  IF refused THEN UPDATE request_windows w SET count = w.count - 1 WHERE w.bucket = ANY (p_buckets); END IF;
END $$;
