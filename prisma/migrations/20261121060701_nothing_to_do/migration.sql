-- A delivery that no job has to work on has come to its end when it is logged: it does not count as waiting.
SET LOCAL ROLE app_platform;
CREATE OR REPLACE FUNCTION webhook_receive(p_log uuid, p_source webhook_source, p_external text, p_event text, p_company uuid, p_payload jsonb,
    p_headers jsonb, p_outbox uuid, p_outbox_name text, p_outbox_payload jsonb) RETURNS webhook_status
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO webhook_logs (id, source, external_id, event_type, company_id, payload, headers, is_signature_valid, response_status, status, processed_at)
    VALUES (p_log, p_source, p_external, p_event, p_company, p_payload, p_headers, true, 200,
      CASE WHEN p_outbox IS NULL THEN 'processed' ELSE 'received' END::webhook_status, CASE WHEN p_outbox IS NULL THEN now() END)
    ON CONFLICT (source, external_id) WHERE external_id IS NOT NULL AND status IN ('received', 'processed', 'failed') DO NOTHING;
  IF NOT FOUND THEN
    INSERT INTO webhook_logs (id, source, external_id, event_type, company_id, payload, headers, is_signature_valid, response_status, status)
      VALUES (p_log, p_source, p_external, p_event, p_company, p_payload, p_headers, true, 200, 'duplicate');
    RETURN 'duplicate';
  END IF;
  IF p_outbox IS NOT NULL THEN
    INSERT INTO outbox_events (id, company_id, name, payload) VALUES (p_outbox, p_company, p_outbox_name, p_outbox_payload);
  END IF;
  RETURN 'received';
END $$;
UPDATE webhook_logs SET status = 'processed', processed_at = received_at WHERE status = 'received' AND source IN ('resend', 'twilio');
RESET ROLE;
