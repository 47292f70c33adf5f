-- A request of the telephone agent that names neither number nor agent: whose call it is, if we know the call.
CREATE FUNCTION route_known_call(p_call text)
  RETURNS TABLE (company_id uuid, branch_id uuid, phone_number_id uuid, agent_id uuid, retell_api_key_encrypted text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT k.company_id, k.branch_id, k.phone_number_id, k.agent_id, c.retell_api_key_encrypted
  FROM calls k JOIN companies c ON c.id = k.company_id
  WHERE k.retell_call_id = p_call AND c.status <> 'closed'
$$;
ALTER FUNCTION route_known_call(text) OWNER TO app_platform;
REVOKE ALL ON FUNCTION route_known_call(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION route_known_call(text) TO app_rw, app_platform;
