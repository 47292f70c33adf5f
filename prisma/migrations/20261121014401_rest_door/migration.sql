-- Answers that are out of date are found and removed by company.
CREATE INDEX idempotency_keys_company_id_expires_at_idx ON idempotency_keys (company_id, expires_at);

-- A change of a customer counts, so that nobody overwrites what they have not seen.
ALTER TABLE customers ADD COLUMN version integer NOT NULL DEFAULT 1;

SET LOCAL ROLE app_platform;

-- Whether any company lets pages of this origin read its answers: asked by a browser before it says who it is.
CREATE FUNCTION cors_origin_known(p_origin text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM companies WHERE status <> 'closed' AND settings #> '{cors,origins}' @> to_jsonb(p_origin))
$$;
REVOKE ALL ON FUNCTION cors_origin_known(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cors_origin_known(text) TO app_rw;

RESET ROLE;
