/**
 * The address of every screen, so that a feature can link to another without importing it:
 * `<Link to={paths.order(order.id)}>`. The routes themselves are in `app/routes.tsx`.
 */
export const paths = {
  signIn: '/sign-in',
  home: '/',
  orders: '/orders',
  newOrder: '/orders/new',
  importOrders: '/orders/import',
  importOf: (id: string) => `/orders/import/${id}`,
  order: (id: string) => `/orders/${id}`,
  editOrder: (id: string) => `/orders/${id}/edit`,
  samples: '/samples',
  sample: (id: string) => `/samples/${id}`,
  compareSamples: '/samples/compare',
  parcels: '/samples/parcels',
  parcel: (id: string) => `/samples/parcels/${id}`,
  tasks: '/tasks',
  production: '/production',
  enterOutput: '/production/entry',
  money: '/money',
  proformaInvoice: (id: string) => `/money/proforma-invoices/${id}`,
  letterOfCredit: (id: string) => `/money/letters-of-credit/${id}`,
  shipments: '/shipments',
  shipment: (id: string) => `/shipments/${id}`,
  inbox: '/inbox',
  activity: '/activity',
  trash: '/trash',
  deletionRequests: '/deletion-requests',
  users: '/users',
  user: (id: string) => `/users/${id}`,
  profile: '/profile',
} as const;
