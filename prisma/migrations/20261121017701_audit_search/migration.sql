-- The audit log as it is read: newest first, by action, by kind of actor, by subject. Every column is covered by the chain,
-- so the moment of the insert goes (occurred_at is chained) and the actor's kind is derived from the actor.
ALTER TABLE activity_logs
  DROP COLUMN created_at,
  ADD COLUMN actor_kind text GENERATED ALWAYS AS (actor ->> 'kind') STORED;
DROP INDEX activity_logs_company_id_occurred_at_idx;
DROP INDEX activity_logs_company_id_subject_type_subject_id_idx;
CREATE INDEX activity_logs_company_id_occurred_at_sequence_idx ON activity_logs (company_id, occurred_at, sequence);
CREATE INDEX activity_logs_company_id_action_occurred_at_sequence_idx ON activity_logs (company_id, action, occurred_at, sequence);
CREATE INDEX activity_logs_company_id_actor_kind_occurred_at_sequence_idx ON activity_logs (company_id, actor_kind, occurred_at, sequence);
CREATE INDEX activity_logs_company_id_subject_id_occurred_at_sequence_idx ON activity_logs (company_id, subject_id, occurred_at, sequence);

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Erasure may blank the personal values; the digest keeps the chain valid. (A generated column is not known yet here.)
  IF TG_OP = 'UPDATE' AND NEW.old_values IS NULL AND NEW.new_values IS NULL AND NEW.salt IS NULL
    AND (to_jsonb(NEW) - '{old_values,new_values,salt,actor_kind}'::text[]) = (to_jsonb(OLD) - '{old_values,new_values,salt,actor_kind}'::text[])
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = '42501';
END $$;

SET LOCAL ROLE app_platform;

-- Blanks the values of these entries of the transaction's company, and says how many had any.
CREATE FUNCTION erase_activity_values(company uuid, entries uuid[]) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE erased int;
BEGIN
  IF company IS DISTINCT FROM app_company_id() THEN
    RAISE EXCEPTION 'the company of the entries is not that of the transaction' USING ERRCODE = '42501';
  END IF;
  UPDATE activity_logs SET old_values = NULL, new_values = NULL, salt = NULL
    WHERE company_id = company AND id = ANY (entries) AND salt IS NOT NULL;
  GET DIAGNOSTICS erased = ROW_COUNT;
  RETURN erased;
END $$;
REVOKE ALL ON FUNCTION erase_activity_values(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_activity_values(uuid, uuid[]) TO app_rw;

RESET ROLE;
