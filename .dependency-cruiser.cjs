/** The ranks of the backend's modules (design: "Modules and ranks"). A module imports only from a lower rank. */
const ranks = [
  ['auth'],
  ['orders'],
  ['samples', 'financials', 'production', 'shipments'],
  ['planning'],
  [
    'workspace',
    'presentation',
    'payments',
    'notifications',
    'activity',
    'dashboard',
    'search',
    'transfers',
    'integrations',
    'administration',
    'demo',
  ],
];

const modules = 'backend/src/modules';
const group = (names) => `^${modules}/(${names.join('|')})/`;
const all = ranks.flat();

const upwards = ranks.slice(0, -1).map((names, index) => ({
  name: `rank-${index + 1}-imports-upwards`,
  comment: `${names.join(', ')}: the lower module asks and the higher one answers; it never imports it.`,
  severity: 'error',
  from: { path: group(names) },
  to: { path: group(ranks.slice(index + 1).flat()) },
}));

const sideways = ranks
  .filter((names) => names.length > 1)
  .map((names) => ({
    name: `rank-${ranks.indexOf(names) + 1}-imports-sideways`,
    comment: `${names.join(', ')} never import one another.`,
    severity: 'error',
    from: { path: `^${modules}/(${names.join('|')})/` },
    to: { path: group(names), pathNot: `^${modules}/$1/` },
  }));

// The backend is read from the root of the checkout, the screens from their own folder (for the alias in its tsconfig).
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Who imports whom has one direction.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'platform-knows-no-textiles',
      severity: 'error',
      from: { path: '^backend/src/platform/' },
      to: { path: '^backend/src/(?!platform/)' },
    },
    {
      name: 'a-module-without-a-rank',
      comment: 'A new module gets its rank in .dependency-cruiser.cjs.',
      severity: 'error',
      from: {},
      to: { path: `^${modules}/(?!(${all.join('|')})/)` },
    },
    {
      name: 'only-the-entries-import-every-module',
      comment: 'Modules never import what stands above them.',
      severity: 'error',
      from: { path: `^${modules}/` },
      to: { path: '^backend/src/(?!platform/|modules/)' },
    },
    ...upwards,
    ...sideways,
    {
      name: 'features-meet-only-in-app',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/(features/(?!$1/)|app/)' },
    },
    {
      name: 'shared-knows-no-features',
      severity: 'error',
      from: { path: '^src/shared/' },
      to: { path: '^src/(features|app)/' },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: { path: '^(backend/)?src/' },
      to: { couldNotResolve: true, pathNot: '[.](css|svg|woff2)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '([.]spec[.]|/generated/)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
