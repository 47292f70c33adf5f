-- The older addresses name no company, and some news name no event type, or one that stands for nothing yet: they are found by
-- the booking or by its host as well.
CREATE INDEX calcom_event_maps_calcom_booking_uid_idx ON calcom_event_maps (calcom_booking_uid);
CREATE INDEX calcom_team_members_calcom_user_id_idx ON calcom_team_members (calcom_user_id);

SET LOCAL ROLE app_platform;
DROP FUNCTION route_calcom_event_type(integer);
-- Those that may be meant, of which the one is whose secret has signed.
CREATE FUNCTION route_calcom_news(p_event_type integer, p_host integer, p_uids text[])
  RETURNS TABLE (company_id uuid, secret_encrypted text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.calcom_webhook_secret_encrypted FROM companies c
  WHERE c.status <> 'closed' AND c.calcom_webhook_secret_encrypted IS NOT NULL AND c.id IN (
    SELECT m.company_id FROM team_event_type_mappings m WHERE m.calcom_event_type_id = p_event_type
    UNION SELECT m.company_id FROM calcom_event_maps m WHERE m.calcom_booking_uid = ANY(p_uids)
    UNION SELECT m.company_id FROM calcom_event_maps m WHERE m.former_booking_uids && p_uids
    UNION SELECT m.company_id FROM calcom_team_members m WHERE m.calcom_user_id = p_host)
  ORDER BY c.id LIMIT 20
$$;
REVOKE ALL ON FUNCTION route_calcom_news FROM PUBLIC;
GRANT EXECUTE ON FUNCTION route_calcom_news TO app_rw;
RESET ROLE;
