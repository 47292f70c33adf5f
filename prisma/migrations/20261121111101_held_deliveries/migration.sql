-- What comes faster than a company's own limit, from a provider that never sends twice, is kept and worked off later.
ALTER TABLE webhook_logs ADD COLUMN is_held boolean NOT NULL DEFAULT false;
CREATE INDEX webhook_logs_held ON webhook_logs (company_id, received_at, id) WHERE is_held;

SET LOCAL ROLE app_platform;
-- Logs a delivery without the event that would have a job work on it; one that came before is logged as such.
CREATE FUNCTION webhook_hold(p_log uuid, p_source webhook_source, p_external text, p_event text, p_company uuid, p_payload_encrypted text,
    p_headers jsonb) RETURNS webhook_status
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE logged webhook_status;
BEGIN
  logged := webhook_receive(p_log, p_source, p_external, p_event, p_company, p_payload_encrypted, p_headers, NULL, NULL, NULL);
  IF logged = 'received' THEN
    UPDATE webhook_logs SET status = 'received', processed_at = NULL, is_held = true WHERE id = p_log;
  END IF;
  RETURN logged;
END $$;

CREATE FUNCTION list_companies_with_held_deliveries() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT l.company_id FROM webhook_logs l JOIN companies c ON c.id = l.company_id AND c.status <> 'closed' WHERE l.is_held
$$;
REVOKE ALL ON FUNCTION webhook_hold, list_companies_with_held_deliveries FROM PUBLIC;
GRANT EXECUTE ON FUNCTION webhook_hold, list_companies_with_held_deliveries TO app_rw;
RESET ROLE;
