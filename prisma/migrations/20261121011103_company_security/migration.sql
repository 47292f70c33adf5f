-- Who needs a second factor and from which networks people may enter is a matter of its own: an operator who looks into a
-- company may read it, not change it.
SET LOCAL ROLE app_platform;
INSERT INTO permissions (id, key) SELECT gen_random_uuid(), unnest(ARRAY['view_company_security', 'edit_company_security']);
RESET ROLE;
