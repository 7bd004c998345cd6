// Stands in for the demo house: one row, as the application's account.
const { Client } = require('pg');

async function seed() {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("insert into note select 'demo' where not exists (select from note)");
  await client.end();
}
seed();
