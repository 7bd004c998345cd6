#!/bin/sh
# Runs once, in an empty database: the house's two accounts. The owner migrates; the application owns no table, so that
# the database itself keeps it from rewriting history.
set -eu
psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --no-psqlrc \
  --set owner_password="$OWNER_PASSWORD" --set app_password="$APP_PASSWORD" <<'SQL'
CREATE ROLE provabook_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE provabook_app LOGIN PASSWORD :'app_password';
CREATE DATABASE provabook OWNER provabook_owner;
REVOKE ALL ON DATABASE provabook FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE provabook TO provabook_app;
SQL
