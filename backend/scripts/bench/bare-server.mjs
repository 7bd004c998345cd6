import http from 'node:http';
import pg from 'pg';

// What the product is measured against: node:http, pg and prepared statements on the same rows, without sign-in,
// validation, history or anything else. DATABASE_URL and PORT by environment; the person is the `x-user` header.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const one = (name, text, values) => pool.query({ name, text, values }).then(({ rows }) => rows);
const open = `deleted_at IS NULL AND merchandiser_id = $1`;
const linesOf = (orders) =>
  one('lines', `SELECT * FROM order_lines WHERE order_id = ANY($1) AND deleted_at IS NULL ORDER BY sequence_number`, [
    orders.map(({ id }) => id),
  ]);

async function listed(name, text, values) {
  const orders = await one(name, text, values);
  const lines = new Map(orders.map(({ id }) => [id, []]));
  for (const line of await linesOf(orders)) lines.get(line.order_id).push(line);
  return { results: orders.map((order) => ({ ...order, lines: lines.get(order.id) })) };
}

const under = (table) => (id) => one(table, `SELECT * FROM ${table} WHERE order_id = $1 AND deleted_at IS NULL`, [id]);
const parts = ['order_lines', 'samples', 'proforma_invoices', 'letters_of_credit', 'shipments'].map(under);

/** Path → what it answers. */
const routes = {
  'GET /list': (user) =>
    listed('list', `SELECT * FROM orders WHERE ${open} ORDER BY created_at DESC, id DESC LIMIT 50`, [user]),
  'GET /filter': (user) =>
    listed('filter', `SELECT * FROM orders WHERE ${open} AND status = $2 ORDER BY earliest_etd, id LIMIT 50`, [
      user,
      'running',
    ]),
  'GET /search': (user, query) =>
    listed('search', `SELECT * FROM orders WHERE ${open} AND search_text LIKE $2 ORDER BY created_at DESC LIMIT 25`, [
      user,
      `%${query.get('search')}%`,
    ]),
  'GET /page': async (user, query) => {
    const [order] = await one('order', `SELECT * FROM orders WHERE id = $2 AND ${open}`, [user, query.get('id')]);
    const [lines, samples, invoices, credits, shipments] = await Promise.all(parts.map((part) => part(order.id)));
    return { ...order, lines, samples, invoices, credits, shipments };
  },
  'GET /unread': (user) =>
    one('unread', `SELECT count(*) FROM (SELECT 1 FROM notifications WHERE user_id = $1 AND NOT is_read LIMIT 100) n`, [
      user,
    ]),
  'PATCH /order': async (user, query, body) => {
    const [order] = await one(
      'patch',
      `UPDATE orders SET notes = $3, row_version = row_version + 1, updated_at = now() WHERE id = $2 AND ${open} RETURNING *`,
      [user, query.get('id'), body.notes],
    );
    return order;
  },
  'POST /order': async (user, _query, body) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query({
        name: 'create',
        text: `INSERT INTO orders (id, uid, order_number, customer_name, fabric_type, merchandiser_id, created_by_id)
               VALUES (gen_random_uuid(), gen_random_uuid(), $2, $3, $4, $1, $1) RETURNING *`,
        values: [user, body.orderNumber, body.customerName, body.fabricType],
      });
      await client.query({
        name: 'create-lines',
        text: `WITH style AS (INSERT INTO order_styles (id, order_id, style_number) VALUES (gen_random_uuid(), $1, $2) RETURNING id)
               INSERT INTO order_lines (id, order_id, style_id, color_name, quantity, unit)
               SELECT gen_random_uuid(), $1, style.id, colour, 1000, 'yards' FROM style, unnest($3::text[]) colour`,
        values: [rows[0].id, body.styles[0].styleNumber, body.styles[0].lines.map(({ colorName }) => colorName)],
      });
      await client.query('COMMIT');
      return rows[0];
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  },
};

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : {};
}

http
  .createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://bare');
    const route = routes[`${request.method} ${pathname}`];
    try {
      const answer = await route(request.headers['x-user'], searchParams, await bodyOf(request));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  })
  .listen(Number(process.env.PORT), '127.0.0.1');
