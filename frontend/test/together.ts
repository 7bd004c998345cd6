import { readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { onNotice } from '@/shared/lib/notify';
import { useSession } from '@/shared/session';

declare const ROOM: number;
declare const ROOMS: number;

const root = join(__dirname, '..');
const load = createRequire(__filename);

/** The files of one room: each room gets some of the big ones and some of the small. */
function filesOf(room: number): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.spec\.tsx?$/.test(name) && !name.endsWith('.node.spec.ts'))
    .map((name) => ({ name: join('src', name), size: statSync(join(root, 'src', name)).size }))
    .sort((a, b) => b.size - a.size || a.name.localeCompare(b.name))
    .filter((_, index) => index % ROOMS === room)
    .map(({ name }) => name);
}

const session = useSession.getState();

// A third of the time goes into loading what is shown. Here many files load it once; after each all is as it was before.
for (const name of filesOf(ROOM))
  describe(name, () => {
    load(join(root, name));
    afterAll(() => {
      jest.useRealTimers();
      jest.restoreAllMocks();
      useSession.setState(session, true);
      onNotice(() => undefined)(); // what nobody heard is said to the first who listens
      localStorage.clear();
      sessionStorage.clear();
      history.replaceState(null, '', '/');
    });
  });
