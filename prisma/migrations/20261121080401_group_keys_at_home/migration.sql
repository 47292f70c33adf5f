-- A key is held to the rules of the company that keeps it, wherever else it works: `home` says how its creator stands there.
SET LOCAL ROLE app_platform;

CREATE OR REPLACE FUNCTION api_key_find_at(p_key_hash text, p_company uuid) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE alive record; home jsonb; there jsonb;
BEGIN
  SELECT k.id, k.company_id, k.name, k.prefix, k.scopes, k.branch_ids, k.last_used_at, k.created_by_user_id, k.is_group_wide
    INTO alive
  FROM api_keys k WHERE k.key_hash = p_key_hash AND k.revoked_at IS NULL AND k.expires_at > now();
  IF NOT FOUND THEN RETURN NULL; END IF;
  home := key_creator_at(alive.company_id, alive.created_by_user_id);
  IF home IS NULL THEN RETURN NULL; END IF;
  IF p_company IS NULL OR p_company = alive.company_id THEN there := home;
  ELSIF alive.is_group_wide AND EXISTS (SELECT FROM companies asked JOIN companies own ON own.tenant_id = asked.tenant_id
      WHERE asked.id = p_company AND own.id = alive.company_id) THEN
    there := key_creator_at(p_company, alive.created_by_user_id);
  END IF;
  IF alive.last_used_at IS NULL OR alive.last_used_at < now() - interval '1 minute' THEN
    UPDATE api_keys SET last_used_at = now() WHERE id = alive.id;
  END IF;
  RETURN jsonb_build_object('apiKeyId', alive.id, 'name', alive.name, 'prefix', alive.prefix,
    'scopes', to_jsonb(alive.scopes), 'branchIds', to_jsonb(alive.branch_ids), 'createdByUserId', alive.created_by_user_id,
    'creator', coalesce(there, home), 'isReached', there IS NOT NULL, 'home', home);
END $$;

RESET ROLE;
