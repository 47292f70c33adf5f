-- What a provider delivers tells who called and what was said: it is kept encrypted, under the key of the platform.
-- `payload` stays for what came before, until it is forgotten after its thirty days.
SET LOCAL ROLE app_platform;
DROP FUNCTION webhook_receive_counted(uuid, webhook_source, text, text, uuid, jsonb, jsonb, uuid, text, jsonb);
DROP FUNCTION webhook_receive(uuid, webhook_source, text, text, uuid, jsonb, jsonb, uuid, text, jsonb);

CREATE FUNCTION webhook_receive(p_log uuid, p_source webhook_source, p_external text, p_event text, p_company uuid, p_payload_encrypted text,
    p_headers jsonb, p_outbox uuid, p_outbox_name text, p_outbox_payload jsonb) RETURNS webhook_status
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO webhook_logs (id, source, external_id, event_type, company_id, payload_encrypted, headers, is_signature_valid, response_status, status,
      processed_at)
    VALUES (p_log, p_source, p_external, p_event, p_company, p_payload_encrypted, p_headers, true, 200,
      CASE WHEN p_outbox IS NULL THEN 'processed' ELSE 'received' END::webhook_status, CASE WHEN p_outbox IS NULL THEN now() END)
    ON CONFLICT (source, external_id) WHERE external_id IS NOT NULL AND status IN ('received', 'processed', 'failed') DO NOTHING;
  IF NOT FOUND THEN
    INSERT INTO webhook_logs (id, source, external_id, event_type, company_id, payload_encrypted, headers, is_signature_valid, response_status, status)
      VALUES (p_log, p_source, p_external, p_event, p_company, p_payload_encrypted, p_headers, true, 200, 'duplicate');
    RETURN 'duplicate';
  END IF;
  IF p_outbox IS NOT NULL THEN
    INSERT INTO outbox_events (id, company_id, name, payload) VALUES (p_outbox, p_company, p_outbox_name, p_outbox_payload);
  END IF;
  RETURN 'received';
END $$;

-- Takes a delivery that webhook_count has just let pass on this connection; otherwise nothing of it stands (RL001).
CREATE FUNCTION webhook_receive_counted(p_log uuid, p_source webhook_source, p_external text, p_event text, p_company uuid, p_payload_encrypted text,
    p_headers jsonb, p_outbox uuid, p_outbox_name text, p_outbox_payload jsonb)
  RETURNS webhook_status LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF current_setting('app.counted_delivery', true) IS DISTINCT FROM p_log::text THEN
    RAISE EXCEPTION 'over the limit, or not counted' USING ERRCODE = 'RL001';
  END IF;
  RETURN webhook_receive(p_log, p_source, p_external, p_event, p_company, p_payload_encrypted, p_headers, p_outbox, p_outbox_name, p_outbox_payload);
END $$;
REVOKE ALL ON FUNCTION webhook_receive, webhook_receive_counted FROM PUBLIC;
GRANT EXECUTE ON FUNCTION webhook_receive, webhook_receive_counted TO app_rw;
RESET ROLE;

-- Random bytes: pressing them costs time and saves nothing.
ALTER TABLE webhook_logs ALTER COLUMN payload_encrypted SET STORAGE EXTERNAL;
