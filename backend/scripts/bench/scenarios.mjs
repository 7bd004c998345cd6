let created = 0;
let patched = 0;

const newOrder = () =>
  JSON.stringify({
    orderNumber: `BENCH-${++created}`,
    customerName: 'ANABIA',
    fabricType: 'Single jersey',
    styles: [
      {
        styleNumber: 'B-1',
        lines: [
          { colorName: 'White', quantity: '1000' },
          { colorName: 'Black', quantity: '1000' },
        ],
      },
    ],
  });

const note = () => JSON.stringify({ notes: `note ${++patched}` });

/** Takes turns, so that writers do not queue for one row. */
const inTurn = (values) => {
  let at = 0;
  return () => values[at++ % values.length];
};

/**
 * What is measured: the product's request and the bare server's for the same rows.
 * @param {{ orderIds: string[], orderNumber: string, customer: string }} house rows of the person who asks
 */
export function scenarios({ orderIds, orderNumber, customer }) {
  const pages = inTurn(orderIds);
  const barePages = inTurn(orderIds);
  const search = (word, path) => () => `${path}?pageSize=25&search=${encodeURIComponent(word)}`;
  return [
    { name: 'order list, 50 with lines', product: () => '/api/v1/orders/?pageSize=50', bare: () => '/list' },
    {
      name: 'filter: running, by ETD',
      product: () => '/api/v1/orders/?pageSize=50&status=running&ordering=etd',
      bare: () => '/filter',
    },
    {
      name: 'search a PO number',
      product: search(orderNumber, '/api/v1/orders/'),
      bare: search(orderNumber.toLowerCase(), '/search'),
    },
    {
      name: 'search a customer',
      product: search(customer, '/api/v1/orders/'),
      bare: search(customer.toLowerCase(), '/search'),
    },
    {
      name: 'search everything: a number',
      product: () => `/api/v1/search/?q=${encodeURIComponent(orderNumber)}`,
      bare: search(orderNumber.toLowerCase(), '/search'),
    },
    {
      name: 'search everything: mistyped',
      product: () => `/api/v1/search/?q=${encodeURIComponent(`${orderNumber.slice(0, -1)}x`)}`,
      bare: search(orderNumber.toLowerCase(), '/search'),
    },
    {
      name: 'search everything: a common word',
      product: () => `/api/v1/search/?q=white`,
      bare: search(customer.toLowerCase(), '/search'),
    },
    {
      name: 'order page',
      product: () => `/api/v1/orders/${pages()}/workspace/`,
      bare: () => `/page?id=${barePages()}`,
    },
    { name: 'unread count', product: () => '/api/v1/notifications/unread-count/', bare: () => '/unread' },
    { name: 'create an order', method: 'POST', product: () => '/api/v1/orders/', bare: () => '/order', body: newOrder },
    {
      name: 'change an order',
      method: 'PATCH',
      product: () => `/api/v1/orders/${pages()}/`,
      bare: () => `/order?id=${barePages()}`,
      body: note,
    },
  ];
}
