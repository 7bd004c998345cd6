// Stands in for the server: ready when its database answers, and stops when told to.
const http = require('node:http');
const { Client } = require('pg');

if (process.env.FAKE_FAULT === 'configuration') {
  process.stderr.write('SECRET_KEY is too short: give it at least 32 characters.\n');
  process.exit(78);
}
if (process.env.FAKE_FAULT === 'crash') throw new Error('the tables are missing');

async function isReady() {
  const client = new Client({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 1000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select count(*) from note');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

const server = http.createServer(async (request, response) => {
  const ok = request.url !== '/readyz' || (await isReady());
  const { DATABASE_OWNER_URL, DEMO, SECRET_KEY, DATA_DIR } = process.env;
  response.writeHead(ok ? 200 : 503, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ pid: process.pid, DATABASE_OWNER_URL, DEMO, DATA_DIR, secret: SECRET_KEY?.length }));
});
server.listen(Number(process.env.PORT), () => process.stdout.write('{"level":40,"msg":"a warning of the server"}\n'));
process.on('SIGTERM', () => server.close(() => process.exit(0)));
