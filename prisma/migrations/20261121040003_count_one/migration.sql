-- webhook_count with the arithmetic of request_limits_take for its only case, one request against one limit: half the work.
SET LOCAL ROLE app_platform;
CREATE OR REPLACE FUNCTION webhook_count(p_log uuid, p_bucket text, p_limit integer, p_window_ms integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  at_ms bigint := floor(extract(epoch FROM clock_timestamp()) * 1000);
  taken record; is_within boolean;
BEGIN
  INSERT INTO request_windows AS w (bucket, started_ms, window_ms, previous, count)
    VALUES (p_bucket, at_ms - at_ms % p_window_ms, p_window_ms, 0, 1)
  ON CONFLICT (bucket) DO UPDATE SET
    started_ms = greatest(w.started_ms, excluded.started_ms), window_ms = excluded.window_ms,
    previous = CASE WHEN w.started_ms >= excluded.started_ms THEN w.previous
      WHEN w.started_ms = excluded.started_ms - excluded.window_ms THEN w.count ELSE 0 END,
    count = CASE WHEN w.started_ms >= excluded.started_ms THEN w.count + 1 ELSE 1 END
  RETURNING w.started_ms, w.previous, w.count INTO taken;
  is_within := taken.previous::bigint * (p_window_ms - greatest(0, at_ms - taken.started_ms)) <= (p_limit - taken.count)::bigint * p_window_ms;
  IF NOT is_within THEN UPDATE request_windows w SET count = w.count - 1 WHERE w.bucket = p_bucket; END IF;
  PERFORM set_config('app.counted_delivery', CASE WHEN is_within THEN p_log::text ELSE '' END, false);
END $$;
RESET ROLE;
