import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { EICAR, FakeClamd, hasClamd, infected, startClamd } from '../../../../test/support/clamd';
import { Clamd, NotJudged } from './clamd';

describe('the virus scanner', () => {
  let fake: FakeClamd;
  afterEach(() => fake.close());

  it('gets the bytes as they are, in parts that tell their length', async () => {
    fake = await FakeClamd.open();
    const bytes = randomBytes(300_000);
    expect(await new Clamd(fake.url).scan(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]))).toEqual({
      threat: null,
    });
    expect(fake.seen[0]?.equals(bytes)).toBe(true);
    expect(Math.max(...fake.parts)).toBe(65_536);
    expect(await new Clamd(fake.url).scan(Buffer.alloc(0))).toEqual({ threat: null });
  });

  it('names what it found', async () => {
    fake = await FakeClamd.open();
    expect(await new Clamd(fake.url).scan(infected(Buffer.from('%PDF-1.7')))).toEqual({ threat: 'Eicar-Fake' });
  });

  it('says why it did not look, also where it hangs up before all bytes were sent', async () => {
    fake = await FakeClamd.open({ maxBytes: 100_000 });
    const scan = new Clamd(fake.url).scan(randomBytes(5_000_000));
    await expect(scan).rejects.toThrow(new NotJudged('INSTREAM size limit exceeded. ERROR'));
  });

  it('is not waited for when it says nothing, is away, or hangs up', async () => {
    fake = await FakeClamd.open({ mute: true });
    await expect(new Clamd(fake.url, 200).scan(EICAR)).rejects.toThrow(NotJudged);
    const closing = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve));
    const { port } = closing.address() as AddressInfo;
    await expect(new Clamd(`tcp://127.0.0.1:${port}`).scan(EICAR)).rejects.toThrow(NotJudged);
    await new Promise((resolve) => closing.close(resolve));
    await expect(new Clamd(`tcp://127.0.0.1:${port}`).scan(EICAR)).rejects.toThrow(/ECONNREFUSED/);
  });
});

const real = hasClamd ? describe : describe.skip;

// Skipped, and so told among the results, where the machine has no clamd (Debian: apt install clamav-daemon).
real('a real clamd', () => {
  const port = 30_000 + (process.pid % 20_000);
  let end: () => Promise<void>;
  beforeAll(async () => (end = await startClamd(port)), 60_000);
  afterAll(() => end());

  it('finds a virus, lets the rest pass, and does not take what is too large', async () => {
    const clamd = new Clamd(`tcp://127.0.0.1:${port}`);
    expect(await clamd.scan(EICAR)).toEqual({ threat: 'Eicar-By-Hand.UNOFFICIAL' });
    expect(await clamd.scan(infected(Buffer.alloc(70_000, 'a')))).toEqual({ threat: 'Eicar-By-Hand.UNOFFICIAL' });
    expect(await clamd.scan(Readable.from([randomBytes(200_000)]))).toEqual({ threat: null });
    await expect(clamd.scan(randomBytes(2_000_000))).rejects.toThrow(NotJudged);
  });
});
