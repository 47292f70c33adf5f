-- A company may have branches in several states: public holidays are kept for each branch, as its place has them. A day off
-- without a branch is the company's own and holds everywhere. What a branch no longer has, because it moved or the law
-- changed, stays only where somebody had switched it off: nobody has to remember that after a move back.
CREATE TYPE "holiday_source" AS ENUM ('public', 'own');
ALTER TABLE "holidays"
  ADD COLUMN "branch_id" UUID,
  ADD COLUMN "source" "holiday_source" NOT NULL DEFAULT 'own',
  ADD COLUMN "is_in_force" BOOLEAN NOT NULL DEFAULT true,
  ADD CONSTRAINT holidays_in_force CHECK (is_in_force OR NOT is_observed),
  ADD CONSTRAINT holidays_public_place CHECK (source = 'own' OR branch_id IS NOT NULL),
  ADD CONSTRAINT "holidays_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
DROP INDEX "holidays_company_id_date_key_key";
CREATE UNIQUE INDEX "holidays_company_id_branch_id_date_key_key" ON "holidays"("company_id", "branch_id", "date", "key");
CREATE UNIQUE INDEX holidays_everywhere ON holidays (company_id, date, key) WHERE branch_id IS NULL;

-- For which place and until which year each branch has its holidays.
CREATE TABLE "holiday_places" (
  "company_id" UUID NOT NULL,
  "branch_id" UUID NOT NULL,
  "country" TEXT NOT NULL,
  "state" TEXT,
  "municipality" TEXT,
  "derived_until" DATE NOT NULL,
  CONSTRAINT "holiday_places_pkey" PRIMARY KEY ("company_id", "branch_id"),
  CONSTRAINT "holiday_places_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "holiday_places_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE
);
ALTER TABLE holiday_places ENABLE ROW LEVEL SECURITY;
ALTER TABLE holiday_places FORCE ROW LEVEL SECURITY;
CREATE POLICY company_only ON holiday_places USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()));
CREATE POLICY platform_door ON holiday_places TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON holiday_places TO app_rw, app_platform;

SET LOCAL ROLE app_platform;

-- Where a branch lies: what it says itself, and what it leaves open as its company says, in the same country.
CREATE FUNCTION place_of_branch(p_branch branches, OUT country text, OUT state text, OUT municipality text)
  LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT coalesce(p_branch.country, c.country),
    CASE WHEN p_branch.country IS NULL OR p_branch.country = c.country THEN coalesce(p_branch.state, c.state) ELSE p_branch.state END,
    p_branch.municipality
  FROM companies c WHERE c.id = p_branch.company_id
$$;
REVOKE ALL ON FUNCTION place_of_branch(branches) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION place_of_branch(branches) TO app_rw;

-- The companies with a branch whose holidays are not those of its place, or end before that day; no more than their ids.
CREATE FUNCTION list_companies_without_holidays(p_until date) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT b.company_id FROM branches b
  JOIN companies c ON c.id = b.company_id AND c.status <> 'closed'
  CROSS JOIN LATERAL place_of_branch(b) place
  LEFT JOIN holiday_places known ON known.company_id = b.company_id AND known.branch_id = b.id
  WHERE b.is_active AND b.deleted_at IS NULL
    AND (known.branch_id IS NULL OR known.derived_until < p_until
      OR (known.country, known.state, known.municipality) IS DISTINCT FROM (place.country, place.state, place.municipality))
$$;
REVOKE ALL ON FUNCTION list_companies_without_holidays(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_companies_without_holidays(date) TO app_rw;

RESET ROLE;
