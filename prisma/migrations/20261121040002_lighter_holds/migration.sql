-- A person belongs to one company (foreign key), so the company in the constraint told nobody apart; without it the index is
-- walked and grows in half the time.
ALTER TABLE staff_occupancies DROP CONSTRAINT staff_free;
ALTER TABLE staff_occupancies ADD CONSTRAINT staff_free EXCLUDE USING gist (
  staff_id WITH =, tstzrange(blocked_from, blocked_until) WITH &&,
  (coalesce(appointment_id, class_session_id, hold_id)) WITH <>);

-- What each offer takes of people comes as lists, which the application has anyway; the rest is as it was.
DROP FUNCTION hold_offers(uuid, uuid, uuid, jsonb, timestamptz);
CREATE FUNCTION hold_offers(p_company uuid, p_call uuid, p_hold uuid, p_expires timestamptz, p_offers jsonb, p_positions int[],
    part_positions int[], part_staff uuid[], part_from timestamptz[], part_until timestamptz[]) RETURNS int[]
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE held int[]; kept int[]; candidate int; class record;
BEGIN
  DELETE FROM slot_holds WHERE id IN (
    SELECT id FROM slot_holds WHERE company_id = p_company AND expires_at <= clock_timestamp() FOR UPDATE SKIP LOCKED);
  INSERT INTO slot_holds (id, company_id, call_id, offers, expires_at) VALUES (p_hold, p_company, p_call, p_offers, p_expires)
    ON CONFLICT (company_id, call_id) DO UPDATE SET offers = excluded.offers, expires_at = excluded.expires_at, updated_at = now()
    RETURNING id INTO p_hold;
  DELETE FROM staff_occupancies WHERE company_id = p_company AND hold_id = p_hold;
  DELETE FROM resource_occupancies WHERE company_id = p_company AND hold_id = p_hold;
  DELETE FROM class_places WHERE company_id = p_company AND hold_id = p_hold;

  WITH taken AS (
    INSERT INTO staff_occupancies (company_id, hold_id, segment, staff_id, blocked_from, blocked_until)
    SELECT p_company, p_hold, part.* FROM unnest(part_positions, part_staff, part_from, part_until) AS part (position, staff_id, since, till)
    ORDER BY staff_id, since
    ON CONFLICT ON CONSTRAINT staff_free DO NOTHING
    RETURNING segment)
  SELECT coalesce(array_agg(o.position ORDER BY o.position), '{}') INTO held FROM unnest(p_positions) AS o (position)
  WHERE cardinality(array_positions(part_positions, o.position)) = (SELECT count(*) FROM taken t WHERE t.segment = o.position);

  IF jsonb_path_exists(p_offers, '$[*].segments[*].resources[*]') THEN
    PERFORM FROM resources WHERE company_id = p_company
      AND id IN (SELECT n.resource_id FROM resources_of_offers(p_offers, held) n) ORDER BY id FOR NO KEY UPDATE;
    kept := '{}';
    FOREACH candidate IN ARRAY held LOOP
      BEGIN
        DELETE FROM resource_occupancies WHERE company_id = p_company AND hold_id = p_hold;
        INSERT INTO resource_occupancies (company_id, hold_id, resource_id, quantity, blocked_from, blocked_until)
        SELECT p_company, p_hold, n.resource_id, n.quantity, n.blocked_from, n.blocked_until
        FROM resources_of_offers(p_offers, kept || candidate) n ORDER BY 3, 5;
        kept := kept || candidate;
      EXCEPTION WHEN exclusion_violation THEN NULL;
      END;
    END LOOP;
    held := kept;
  END IF;

  FOR class IN
    SELECT (offer ->> 'position')::int AS position, (offer -> 'session' ->> 'id')::uuid AS session, (offer ->> 'partySize')::int AS places
    FROM jsonb_array_elements(p_offers) AS offer WHERE offer ? 'session' ORDER BY 2
  LOOP
    IF NOT take_held_places(p_company, p_hold, class.session, class.places) THEN held := array_remove(held, class.position); END IF;
  END LOOP;

  IF cardinality(held) < cardinality(p_positions) THEN
    DELETE FROM staff_occupancies WHERE company_id = p_company AND hold_id = p_hold AND segment <> ALL (held);
    UPDATE slot_holds SET offers = (
      SELECT coalesce(jsonb_agg(offer ORDER BY nr), '[]') FROM jsonb_array_elements(p_offers) WITH ORDINALITY AS o (offer, nr)
      WHERE (offer ->> 'position')::int = ANY (held))
    WHERE company_id = p_company AND id = p_hold;
  END IF;
  RETURN held;
END $$;
