-- request_limits_take for several requests at once that are counted alike: as many of them pass as every limit lets.
DROP FUNCTION request_limits_take(text[], integer[], integer[], bigint);

-- Takes as many from each of the limits as all of them still have, up to p_units (server/core/request-limits/window.ts has the
-- same arithmetic and says why). One round trip for all layers; the rows are locked in order, so nobody waits in a circle.
CREATE FUNCTION request_limits_take(p_buckets text[], p_limits integer[], p_windows_ms integer[], p_units integer, p_now_ms bigint)
  RETURNS TABLE (bucket text, started_ms bigint, previous integer, count integer, is_over boolean, granted integer, now_ms bigint)
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  at_ms bigint := coalesce(p_now_ms, floor(extract(epoch FROM clock_timestamp()) * 1000));
  passing integer := p_units; taken record; i integer; lefts integer[] := array_fill(0, ARRAY[cardinality(p_buckets)]);
BEGIN
  FOR i IN SELECT g FROM generate_subscripts(p_buckets, 1) g ORDER BY p_buckets[g] LOOP
    INSERT INTO request_windows AS w (bucket, started_ms, window_ms, previous, count)
    VALUES (p_buckets[i], at_ms - at_ms % p_windows_ms[i], p_windows_ms[i], 0, p_units)
    ON CONFLICT (bucket) DO UPDATE SET
      started_ms = greatest(w.started_ms, excluded.started_ms), window_ms = excluded.window_ms,
      previous = CASE WHEN w.started_ms >= excluded.started_ms THEN w.previous
        WHEN w.started_ms = excluded.started_ms - excluded.window_ms THEN w.count ELSE 0 END,
      count = CASE WHEN w.started_ms >= excluded.started_ms THEN w.count + p_units ELSE p_units END
    RETURNING w.started_ms, w.previous, w.count - p_units AS count INTO taken;
    lefts[i] := p_limits[i] - taken.count
      - ceil(taken.previous::numeric * (p_windows_ms[i] - greatest(0, at_ms - taken.started_ms)) / p_windows_ms[i]);
    passing := greatest(0, least(passing, lefts[i]));
  END LOOP;
  IF passing < p_units THEN
    UPDATE request_windows w SET count = w.count - (p_units - passing) WHERE w.bucket = ANY (p_buckets);
  END IF;
  RETURN QUERY SELECT w.bucket, w.started_ms, w.previous, w.count, lefts[array_position(p_buckets, w.bucket)] <= passing, passing, at_ms
    FROM request_windows w WHERE w.bucket = ANY (p_buckets);
END $$;
