-- Takes a delivery and counts it against its limit in one round trip. Counted last: the row of the counter is locked until
-- the commit, and whoever delivers to the same company waits for it. Over the limit nothing of it stands (RL001).
SET LOCAL ROLE app_platform;
CREATE FUNCTION webhook_receive_within(p_log uuid, p_source webhook_source, p_external text, p_event text, p_company uuid, p_payload jsonb,
    p_headers jsonb, p_outbox uuid, p_outbox_name text, p_outbox_payload jsonb, p_bucket text, p_limit integer, p_window_ms integer)
  RETURNS webhook_status LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE outcome webhook_status; passing integer;
BEGIN
  outcome := webhook_receive(p_log, p_source, p_external, p_event, p_company, p_payload, p_headers, p_outbox, p_outbox_name, p_outbox_payload);
  SELECT t.granted INTO passing FROM request_limits_take(ARRAY[p_bucket], ARRAY[p_limit], ARRAY[p_window_ms], 1, NULL) t;
  IF passing < 1 THEN RAISE EXCEPTION 'over the limit' USING ERRCODE = 'RL001'; END IF;
  RETURN outcome;
END $$;
REVOKE ALL ON FUNCTION webhook_receive_within FROM PUBLIC;
GRANT EXECUTE ON FUNCTION webhook_receive_within TO app_rw;
RESET ROLE;
