-- An offer sweeps once for all of its rows, not once for each.
DROP TRIGGER sweep_expired_holds ON staff_occupancies;
CREATE TRIGGER sweep_expired_holds BEFORE INSERT OR UPDATE ON staff_occupancies FOR EACH ROW
  WHEN (NEW.hold_id IS NULL) EXECUTE FUNCTION sweep_expired_holds();

CREATE OR REPLACE FUNCTION hold_offers(p_company uuid, p_call uuid, p_hold uuid, p_offers jsonb, p_expires timestamptz) RETURNS int[]
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE held int[];
BEGIN
  DELETE FROM slot_holds WHERE id IN (
    SELECT id FROM slot_holds WHERE company_id = p_company AND expires_at <= clock_timestamp() FOR UPDATE SKIP LOCKED);
  INSERT INTO slot_holds (id, company_id, call_id, offers, expires_at) VALUES (p_hold, p_company, p_call, p_offers, p_expires)
    ON CONFLICT (company_id, call_id) DO UPDATE SET offers = excluded.offers, expires_at = excluded.expires_at, updated_at = now()
    RETURNING id INTO p_hold;
  DELETE FROM staff_occupancies WHERE company_id = p_company AND hold_id = p_hold;
  WITH taken AS (
    INSERT INTO staff_occupancies (company_id, hold_id, segment, staff_id, blocked_from, blocked_until)
    SELECT p_company, p_hold, offer.position, offer."staffId", to_timestamp(offer."blockedFrom" / 1000), to_timestamp(offer."blockedUntil" / 1000)
    FROM jsonb_to_recordset(p_offers) AS offer (position int, "staffId" uuid, "blockedFrom" float8, "blockedUntil" float8)
    ORDER BY offer."staffId", offer."blockedFrom"
    ON CONFLICT ON CONSTRAINT staff_free DO NOTHING
    RETURNING segment)
  SELECT coalesce(array_agg(segment ORDER BY segment), '{}') INTO held FROM taken;
  IF cardinality(held) < jsonb_array_length(p_offers) THEN
    UPDATE slot_holds SET offers = (
      SELECT coalesce(jsonb_agg(offer ORDER BY nr), '[]') FROM jsonb_array_elements(p_offers) WITH ORDINALITY AS o (offer, nr)
      WHERE (offer ->> 'position')::int = ANY (held))
    WHERE company_id = p_company AND id = p_hold;
  END IF;
  RETURN held;
END $$;
