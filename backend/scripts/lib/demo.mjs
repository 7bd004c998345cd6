import { dist, runBackend } from './backend-run.mjs';
import { step } from './say.mjs';

export const signIns = [
  ['admin@provabook.com', 'Admin@123', 'sees everything, looks after the users'],
  ['manager@provabook.com', 'Manager@123', 'sees all orders, confirms PIs and LCs'],
  ['merchandiser@provabook.com', 'Merchandiser@123', 'works on their own orders, beside four more merchandisers'],
];

/** Loads the demo house where the database holds none yet. */
export const loadDemo = (env) =>
  step('Loading the demo house', () => runBackend(dist('seed.js'), ['--scale', 'small', '--if-empty'], env));
