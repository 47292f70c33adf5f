-- The rooms and devices of a class session: all of them, or nothing and a no that leaves the transaction usable.
CREATE FUNCTION take_class_resources(p_company uuid, p_session uuid, p_resources uuid[], p_from timestamptz, p_until timestamptz)
  RETURNS boolean LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO resource_occupancies (company_id, class_session_id, resource_id, quantity, blocked_from, blocked_until)
  SELECT p_company, p_session, wanted.id, 1, p_from, p_until FROM unnest(p_resources) AS wanted (id) ORDER BY wanted.id;
  RETURN true;
EXCEPTION WHEN exclusion_violation THEN
  RETURN false;
END $$;
