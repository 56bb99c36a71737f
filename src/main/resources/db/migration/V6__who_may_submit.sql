-- What the gateway that receives our mail found out about the sender of a delivery.

ALTER TABLE delivery ADD COLUMN authentication VARCHAR(20) NOT NULL DEFAULT 'UNCHECKED';
COMMENT ON COLUMN delivery.authentication IS 'unchecked (no gateway is named, or it is no mail), passed, failed, missing (the gateway said nothing), vouched (a person made sure)';

COMMENT ON TABLE contact IS 'Who may submit for a country, one row for each country; address, in lower case: of a person, @ministry.example for everybody of a domain, @*.ministry.example for the domains below it; origin: file (replaced by the next import) or person (stays)';
