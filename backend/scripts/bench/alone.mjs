const day = (offset) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const calendar = () => `/api/v1/calendar/?from=${day(-18)}&to=${day(17)}`;

/**
 * What no bare server is asked beside: a manager who sees the whole house, many connections at once, log-in.
 * @param {{ lastPage: number, signIn: { email: string, password: string } }} house
 */
export const alone = ({ lastPage, signIn }) => [
  { name: 'a manager: orders, page 1', who: 'manager', address: () => '/api/v1/orders/?pageSize=50' },
  {
    name: 'a manager: orders, last page',
    who: 'manager',
    address: () => `/api/v1/orders/?pageSize=50&page=${lastPage}`,
  },
  { name: 'a manager: home', who: 'manager', address: () => '/api/v1/dashboard/' },
  { name: 'a manager: figures', who: 'manager', address: () => '/api/v1/dashboard/figures/' },
  { name: 'a manager: my day', who: 'manager', address: () => '/api/v1/workspace/my-day/' },
  { name: 'a merchandiser: my day', who: 'merchandiser', address: () => '/api/v1/workspace/my-day/' },
  { name: 'a manager: calendar', who: 'manager', address: calendar },
  { name: 'a merchandiser: calendar', who: 'merchandiser', address: calendar },
  { name: 'a manager: activity', who: 'manager', address: () => '/api/v1/activity/?pageSize=50' },
  {
    name: 'order list, 64 connections',
    who: 'merchandiser',
    connections: 64,
    address: () => '/api/v1/orders/?pageSize=50',
  },
  {
    name: 'log-in, 4 connections',
    connections: 4,
    method: 'POST',
    address: () => '/api/v1/auth/login/',
    body: () => JSON.stringify(signIn),
  },
];
