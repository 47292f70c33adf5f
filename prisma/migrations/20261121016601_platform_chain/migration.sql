-- What operators of the platform do is chained as well: in the chain of each company that it concerns, and all of it in a
-- chain of the platform's own, whose entries have no company and whose head has the id of none.
CREATE UNIQUE INDEX activity_logs_platform_sequence ON activity_logs (sequence) WHERE company_id IS NULL;
CREATE INDEX activity_logs_platform ON activity_logs (occurred_at) WHERE company_id IS NULL;

SET LOCAL ROLE app_platform;

CREATE OR REPLACE FUNCTION append_chain(company uuid, entries jsonb) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE entry jsonb; head audit_heads; link text;
  head_id constant uuid := coalesce(company, '00000000-0000-0000-0000-000000000000');
BEGIN
  INSERT INTO audit_heads (company_id) VALUES (head_id) ON CONFLICT DO NOTHING;
  SELECT * INTO STRICT head FROM audit_heads WHERE company_id = head_id FOR UPDATE;
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
  UPDATE audit_heads SET sequence = head.sequence, hash = head.hash WHERE company_id = head_id;
END $$;
REVOKE ALL ON FUNCTION append_chain(uuid, jsonb) FROM PUBLIC;

-- The application's way in: its own company's chain, never the platform's.
CREATE OR REPLACE FUNCTION append_activity(company uuid, entries jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF company IS NULL OR company IS DISTINCT FROM app_company_id() THEN
    RAISE EXCEPTION 'the company of the entry is not that of the transaction' USING ERRCODE = '42501';
  END IF;
  PERFORM append_chain(company, entries);
END $$;

RESET ROLE;
