-- A staff member's photo, small and written anew by us; beside the person's row, which is read far more often.
CREATE TABLE staff_photos (
  company_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  image bytea NOT NULL,
  digest text NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT staff_photos_pkey PRIMARY KEY (company_id, staff_id),
  CONSTRAINT staff_photos_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT staff_photos_company_id_staff_id_fkey FOREIGN KEY (company_id, staff_id) REFERENCES staff (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT staff_photos_small CHECK (octet_length(image) <= 200000)
);
ALTER TABLE staff_photos ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_photos FORCE ROW LEVEL SECURITY;
CREATE POLICY company_only ON staff_photos USING (company_id = (SELECT app_company_id())) WITH CHECK (company_id = (SELECT app_company_id()));
CREATE POLICY platform_door ON staff_photos TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_photos TO app_rw, app_platform;
