-- Who commits with a notification holds one lock of the whole server until the commit is on the disk, so that all who write
-- wait for each other's disk, one by one. A transaction that says that it announces later leaves its news with the session
-- (what is undone takes its news along), and whoever has committed it sends them right behind, in the same packet.
CREATE OR REPLACE FUNCTION announce_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE message text := '';
BEGIN
  -- A delivery that is still to be worked on is nothing that a page shows.
  IF NEW.company_id IS NOT NULL AND NEW.name NOT LIKE '%/webhook.received' THEN
    message := jsonb_build_object('id', NEW.id, 'companyId', NEW.company_id, 'name', NEW.name, 'data', NEW.payload)::text;
    -- A notification may hold 8,000 bytes: a larger event is announced without its data.
    IF octet_length(message) > 7500 THEN
      message := jsonb_build_object('id', NEW.id, 'companyId', NEW.company_id, 'name', NEW.name)::text;
    END IF;
  END IF;
  IF current_setting('app.announces_later', true) = 'yes' THEN
    -- JSON holds no control characters: each message ends with one, also the empty one that only wakes the publisher.
    PERFORM set_config('app.news', coalesce(current_setting('app.news', true), '') || message || chr(30), false);
    RETURN NULL;
  END IF;
  PERFORM pg_notify('outbox', '');
  IF message <> '' THEN PERFORM pg_notify('live', message); END IF;
  RETURN NULL;
END $$;

-- Sends what the session's committed transactions have left; a connection that breaks before it leaves it to the sweep.
CREATE FUNCTION announce_news() RETURNS void LANGUAGE plpgsql AS $$
DECLARE news text := coalesce(current_setting('app.news', true), ''); message text;
BEGIN
  PERFORM set_config('app.announces_later', '', false);
  IF news = '' THEN RETURN; END IF;
  PERFORM set_config('app.news', '', false);
  PERFORM pg_notify('outbox', '');
  FOREACH message IN ARRAY string_to_array(news, chr(30)) LOOP
    IF message <> '' THEN PERFORM pg_notify('live', message); END IF;
  END LOOP;
END $$;

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
  -- Its log follows in the same packet, and announce_news behind it.
  PERFORM set_config('app.announces_later', 'yes', false);
END $$;
RESET ROLE;
