/** Seconds; most answers take milliseconds, exports and uploads seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type Instruments = Awaited<ReturnType<typeof openInstruments>>;

/** What is measured besides the process itself: its CPU, memory, event loop and garbage, as prom-client does. */
export async function openInstruments() {
  const { collectDefaultMetrics, Gauge, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    durations: new Histogram({
      name: 'provabook_request_duration_seconds',
      help: 'How long answers took, by operation of the API and status. other: pages, files, what no operation was found for.',
      labelNames: ['operation', 'status'] as const,
      buckets: BUCKETS,
      registers,
    }),
    jobs: new Gauge({
      name: 'provabook_queue_jobs',
      help: 'Jobs that are due and wait, that are worked on, and that were given up, by queue.',
      labelNames: ['queue', 'state'] as const,
      registers,
    }),
    oldestJob: new Gauge({
      name: 'provabook_queue_oldest_seconds',
      help: 'For how long the longest waiting job of a queue has been due.',
      labelNames: ['queue'] as const,
      registers,
    }),
    connections: new Gauge({
      name: 'provabook_database_connections',
      help: 'Connections of the pool that are busy and idle, and requests that wait for one.',
      labelNames: ['state'] as const,
      registers,
    }),
    missingFiles: new Gauge({
      name: 'provabook_missing_files',
      help: 'Files that rows name and that the last sweep found gone from the storage.',
      registers,
    }),
    databaseUp: new Gauge({
      name: 'provabook_database_up',
      help: '1 while the database answers.',
      registers,
    }),
  };
}
