-- How often a name was said in a call that nobody has who shares its number: then the number no longer tells who is speaking.
ALTER TABLE calls ADD COLUMN name_misses smallint NOT NULL DEFAULT 0;
