-- A delivery is counted in a transaction of its own, sent in the same packet right before it: the counter's row is not
-- locked while what was delivered is written to disk, and those who deliver to one company don't wait for each other.
SET LOCAL ROLE app_platform;
DROP FUNCTION webhook_receive_within(uuid, webhook_source, text, text, uuid, jsonb, jsonb, uuid, text, jsonb, text, integer, integer);

-- Counts the delivery p_log, and says so to the next statement of this connection if it is within the limit.
CREATE FUNCTION webhook_count(p_log uuid, p_bucket text, p_limit integer, p_window_ms integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE passing integer;
BEGIN
  SELECT t.granted INTO passing FROM request_limits_take(ARRAY[p_bucket], ARRAY[p_limit], ARRAY[p_window_ms], 1, NULL) t;
  PERFORM set_config('app.counted_delivery', CASE WHEN passing = 1 THEN p_log::text ELSE '' END, false);
END $$;

-- Takes a delivery that webhook_count has just let pass on this connection; otherwise nothing of it stands (RL001).
CREATE FUNCTION webhook_receive_counted(p_log uuid, p_source webhook_source, p_external text, p_event text, p_company uuid, p_payload jsonb,
    p_headers jsonb, p_outbox uuid, p_outbox_name text, p_outbox_payload jsonb)
  RETURNS webhook_status LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('app.counted_delivery', true) IS DISTINCT FROM p_log::text THEN
    RAISE EXCEPTION 'over the limit, or not counted' USING ERRCODE = 'RL001';
  END IF;
  RETURN webhook_receive(p_log, p_source, p_external, p_event, p_company, p_payload, p_headers, p_outbox, p_outbox_name, p_outbox_payload);
END $$;
REVOKE ALL ON FUNCTION webhook_count, webhook_receive_counted FROM PUBLIC;
GRANT EXECUTE ON FUNCTION webhook_count, webhook_receive_counted TO app_rw;
RESET ROLE;
