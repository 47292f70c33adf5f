-- A company that a group's key reaches sees it, and may end it for itself; the key works on elsewhere.
ALTER TABLE api_keys ADD COLUMN refused_company_ids uuid[] NOT NULL DEFAULT '{}';

SET LOCAL ROLE app_platform;

CREATE OR REPLACE FUNCTION api_key_find_at(p_key_hash text, p_company uuid) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE alive record; home jsonb; there jsonb;
BEGIN
  SELECT k.id, k.company_id, k.name, k.prefix, k.scopes, k.branch_ids, k.last_used_at, k.created_by_user_id, k.is_group_wide,
      k.refused_company_ids
    INTO alive
  FROM api_keys k WHERE k.key_hash = p_key_hash AND k.revoked_at IS NULL AND k.expires_at > now();
  IF NOT FOUND THEN RETURN NULL; END IF;
  home := key_creator_at(alive.company_id, alive.created_by_user_id);
  IF home IS NULL THEN RETURN NULL; END IF;
  IF p_company IS NULL OR p_company = alive.company_id THEN there := home;
  ELSIF alive.is_group_wide AND NOT p_company = ANY (alive.refused_company_ids)
      AND EXISTS (SELECT FROM companies asked JOIN companies own ON own.tenant_id = asked.tenant_id
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

-- The living keys that other companies of the tenant keep and whose creators work here, too; `isRefused`: not here any more.
CREATE FUNCTION group_keys_here() RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'prefix', k.prefix, 'scopes', to_jsonb(k.scopes),
      'expiresAt', k.expires_at, 'lastUsedAt', k.last_used_at, 'createdAt', k.created_at, 'createdByUserId', k.created_by_user_id,
      'createdBy', (SELECT u.name FROM users u WHERE u.id = k.created_by_user_id),
      'isReplaced', EXISTS (SELECT FROM api_keys newer
        WHERE newer.company_id = k.company_id AND newer.rotated_from_id = k.id AND newer.revoked_at IS NULL),
      'isRefused', here.id = ANY (k.refused_company_ids),
      'home', key_creator_at(k.company_id, k.created_by_user_id), 'place', key_creator_at(here.id, k.created_by_user_id))
    ORDER BY k.created_at DESC, k.id DESC), '[]')
  FROM companies here JOIN companies home ON home.tenant_id = here.tenant_id AND home.id <> here.id
    JOIN api_keys k ON k.company_id = home.id AND k.is_group_wide AND k.revoked_at IS NULL AND k.expires_at > now()
  WHERE here.id = app_company_id() AND key_creator_at(k.company_id, k.created_by_user_id) IS NOT NULL
    AND key_creator_at(here.id, k.created_by_user_id) IS NOT NULL
$$;

-- Ends the key of another company of the tenant for this one; false for a key that is none of those, or is ended already.
CREATE FUNCTION group_key_refuse(p_key uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE api_keys k SET refused_company_ids = array_append(k.refused_company_ids, here.id)
  FROM companies here JOIN companies home ON home.tenant_id = here.tenant_id AND home.id <> here.id
  WHERE here.id = app_company_id() AND k.company_id = home.id AND k.id = p_key AND k.is_group_wide
    AND NOT here.id = ANY (k.refused_company_ids);
  RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION group_keys_here(), group_key_refuse(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION group_keys_here(), group_key_refuse(uuid) TO app_rw;

RESET ROLE;
