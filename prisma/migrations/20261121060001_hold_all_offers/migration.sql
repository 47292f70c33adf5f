-- Everything that is offered or nothing: whoever has answered before it knows takes back the whole transaction.
CREATE FUNCTION hold_all_offers(p_company uuid, p_call uuid, p_hold uuid, p_expires timestamptz, p_offers jsonb, p_positions int[],
    part_positions int[], part_staff uuid[], part_from timestamptz[], part_until timestamptz[]) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF cardinality(hold_offers(p_company, p_call, p_hold, p_expires, p_offers, p_positions, part_positions, part_staff, part_from,
      part_until)) < cardinality(p_positions) THEN
    RAISE EXCEPTION 'an offer was taken meanwhile' USING ERRCODE = 'ZH001';
  END IF;
END $$;
