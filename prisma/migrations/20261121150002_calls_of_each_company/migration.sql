-- A company with a key of its own signs what it likes: a call that it names must not stand in the way of another company's
-- call of the same id. Within a company the id stays unique.
DROP INDEX calls_retell;
CREATE INDEX calls_retell ON calls (retell_call_id) WHERE retell_call_id IS NOT NULL;

SET LOCAL ROLE app_platform;

-- Should several name it, the one that the platform's key signs for, which nobody else has, then the first.
CREATE OR REPLACE FUNCTION route_known_call(p_call text)
  RETURNS TABLE (company_id uuid, branch_id uuid, phone_number_id uuid, agent_id uuid, retell_api_key_encrypted text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.company_id, k.branch_id, k.phone_number_id, k.agent_id, c.retell_api_key_encrypted
  FROM calls k JOIN companies c ON c.id = k.company_id
  WHERE k.retell_call_id = p_call AND c.status <> 'closed'
  ORDER BY c.retell_api_key_encrypted IS NOT NULL, k.created_at, k.id LIMIT 1
$$;

RESET ROLE;
