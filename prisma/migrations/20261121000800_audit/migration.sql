-- The audit log: append-only, hash-chained for each company, written by one function as the last statement before commit
-- (taken earlier, the head would queue all of a company's writers behind each other for their whole transaction).

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Erasure may blank the personal values; the digest keeps the chain valid.
  IF TG_OP = 'UPDATE' AND NEW.old_values IS NULL AND NEW.new_values IS NULL AND NEW.salt IS NULL
    AND (to_jsonb(NEW) - '{old_values,new_values,salt}'::text[]) = (to_jsonb(OLD) - '{old_values,new_values,salt}'::text[])
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON activity_logs FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE FUNCTION refuse_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON activity_logs FOR EACH STATEMENT EXECUTE FUNCTION refuse_truncate();

-- Each entry: {id, log_name, action, subject_type, subject_id, actor, old_values, new_values, salt, values_digest, ip,
-- user_agent, request_id, occurred_at, canonical}. `canonical` is the entry as RFC 8785 JSON with the digest in place of the
-- values; hash = SHA-256(previous hash, then canonical).
CREATE FUNCTION append_activity(company uuid, entries jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE entry jsonb; head audit_heads; link text;
BEGIN
  IF company IS DISTINCT FROM app_company_id() THEN
    RAISE EXCEPTION 'the company of the entry is not that of the transaction' USING ERRCODE = '42501';
  END IF;
  INSERT INTO audit_heads (company_id) VALUES (company) ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM audit_heads WHERE company_id = company FOR UPDATE;
  FOR entry IN SELECT * FROM jsonb_array_elements(entries) LOOP
    link := encode(sha256(convert_to(head.hash || (entry ->> 'canonical'), 'UTF8')), 'hex');
    head.sequence := head.sequence + 1;
    INSERT INTO activity_logs (id, company_id, sequence, log_name, action, subject_type, subject_id, actor, old_values, new_values,
        salt, values_digest, ip, user_agent, request_id, occurred_at, canonical, previous_hash, hash)
      VALUES ((entry ->> 'id')::uuid, company, head.sequence, coalesce(entry ->> 'log_name', 'default'), entry ->> 'action',
        entry ->> 'subject_type', (entry ->> 'subject_id')::uuid, entry -> 'actor', nullif(entry -> 'old_values', 'null'),
        nullif(entry -> 'new_values', 'null'), entry ->> 'salt', entry ->> 'values_digest', entry ->> 'ip', entry ->> 'user_agent',
        entry ->> 'request_id', (entry ->> 'occurred_at')::timestamptz, entry ->> 'canonical', head.hash, link);
    head.hash := link;
  END LOOP;
  UPDATE audit_heads SET sequence = head.sequence, hash = head.hash WHERE company_id = company;
END $$;
ALTER FUNCTION append_activity(uuid, jsonb) OWNER TO app_platform;
REVOKE ALL ON FUNCTION append_activity(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_activity(uuid, jsonb) TO app_rw;
