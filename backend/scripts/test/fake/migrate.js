// Stands in for the migrations: the owner makes a table that the application may use.
const { Client } = require('pg');

async function migrate() {
  const client = new Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  await client.query('create table if not exists note (text text not null)');
  await client.query('grant select, insert on note to provabook_app');
  await client.end();
}
migrate();
