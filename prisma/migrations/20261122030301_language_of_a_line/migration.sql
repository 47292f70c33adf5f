-- Whose line rang also says in which language it is answered: a failure has to be told in it before anything else is read.
SET LOCAL ROLE app_platform;
DROP FUNCTION route_call(text, text);
CREATE FUNCTION route_call(p_number text, p_agent text)
  RETURNS TABLE (company_id uuid, branch_id uuid, phone_number_id uuid, agent_id uuid, retell_api_key_encrypted text, language text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT * FROM (
    SELECT n.company_id, n.branch_id, n.id, n.agent_id, c.retell_api_key_encrypted,
      coalesce((SELECT a.language FROM retell_agents a WHERE a.company_id = n.company_id AND a.id = n.agent_id), c.locale)
    FROM phone_numbers n JOIN companies c ON c.id = n.company_id
    WHERE n.e164 = p_number AND n.is_active AND c.status <> 'closed' LIMIT 1) by_number
  UNION ALL SELECT * FROM (
    SELECT a.company_id, (SELECT b.id FROM branches b WHERE b.company_id = a.company_id AND b.is_active ORDER BY b.is_default DESC, b.created_at LIMIT 1),
      NULL::uuid, a.id, c.retell_api_key_encrypted, a.language
    FROM retell_agents a JOIN companies c ON c.id = a.company_id
    WHERE p_number IS NULL AND a.retell_agent_id = p_agent AND a.is_active AND c.status <> 'closed' LIMIT 1) by_agent
  LIMIT 1
$$;
REVOKE ALL ON FUNCTION route_call FROM PUBLIC;
GRANT EXECUTE ON FUNCTION route_call TO app_rw;

DROP FUNCTION route_known_call(text);
CREATE FUNCTION route_known_call(p_call text)
  RETURNS TABLE (company_id uuid, branch_id uuid, phone_number_id uuid, agent_id uuid, retell_api_key_encrypted text, language text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.company_id, k.branch_id, k.phone_number_id, k.agent_id, c.retell_api_key_encrypted,
    coalesce((SELECT a.language FROM retell_agents a WHERE a.company_id = k.company_id AND a.id = k.agent_id), c.locale)
  FROM calls k JOIN companies c ON c.id = k.company_id
  WHERE k.retell_call_id = p_call AND c.status <> 'closed'
  ORDER BY c.retell_api_key_encrypted IS NOT NULL, k.created_at, k.id LIMIT 1
$$;
REVOKE ALL ON FUNCTION route_known_call FROM PUBLIC;
GRANT EXECUTE ON FUNCTION route_known_call TO app_rw;
RESET ROLE;
