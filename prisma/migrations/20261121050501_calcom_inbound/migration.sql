-- Every move over there makes a new booking with a new uid: a delivery may still name one of the former ones.
ALTER TABLE calcom_event_maps
  ADD COLUMN former_booking_uids text[] NOT NULL DEFAULT '{}',
  ADD COLUMN review_reason text;
CREATE INDEX calcom_event_maps_former_booking_uids_idx ON calcom_event_maps USING gin (former_booking_uids);
CREATE INDEX calcom_event_maps_waiting ON calcom_event_maps (company_id, drift_detected_at, id) WHERE drift_status = 'manual_review';

SET LOCAL ROLE app_platform;
-- Whose door it is, by the company's id or its token in the address.
CREATE FUNCTION route_calcom(p_key text) RETURNS TABLE (company_id uuid, secret_encrypted text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.calcom_webhook_secret_encrypted FROM companies c
  WHERE (c.id = CASE WHEN p_key ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN p_key::uuid END OR c.calcom_webhook_token = p_key)
    AND c.status <> 'closed' LIMIT 1
$$;

-- The older addresses name no company: those that know the event type, of which the one is meant whose secret has signed.
CREATE FUNCTION route_calcom_event_type(p_event_type integer) RETURNS TABLE (company_id uuid, secret_encrypted text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT c.id, c.calcom_webhook_secret_encrypted FROM team_event_type_mappings m JOIN companies c ON c.id = m.company_id
  WHERE m.calcom_event_type_id = p_event_type AND c.status <> 'closed' AND c.calcom_webhook_secret_encrypted IS NOT NULL
  ORDER BY c.id LIMIT 20
$$;
REVOKE ALL ON FUNCTION route_calcom, route_calcom_event_type FROM PUBLIC;
GRANT EXECUTE ON FUNCTION route_calcom, route_calcom_event_type TO app_rw;
RESET ROLE;
