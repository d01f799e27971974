-- psql --file docs/private-cloud/roles.sql, as a superuser; then \password shuibang_owner and \password shuibang_serving.
-- The owner makes tables and functions (npm run store -- apply) and does nothing else; servers connect as shuibang_serving.
CREATE ROLE shuibang_owner LOGIN;
CREATE ROLE shuibang_serving LOGIN;
CREATE DATABASE shuibang OWNER shuibang_owner ENCODING 'UTF8' TEMPLATE template0;
\connect shuibang
REVOKE ALL ON DATABASE shuibang FROM PUBLIC;
GRANT CONNECT ON DATABASE shuibang TO shuibang_serving;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO shuibang_owner;
GRANT USAGE ON SCHEMA public TO shuibang_serving;
ALTER DEFAULT PRIVILEGES FOR ROLE shuibang_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO shuibang_serving;
