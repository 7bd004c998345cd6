// A closed terminal or pipe must not end a running house.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

export const say = (line = '') => process.stdout.write(`${line}\n`);

export const warn = (line) => process.stderr.write(`${line}\n`);

export const seconds = (milliseconds) =>
  milliseconds < 10_000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds / 1000)} s`;

/** Does the work; whatever takes over two seconds is announced, and reported every ten seconds until it is done. */
export async function step(title, work) {
  const started = Date.now();
  let announced = false;
  const announce = setTimeout(() => {
    announced = true;
    say(`${title} …`);
  }, 2000).unref();
  const remind = setInterval(() => say(`  … ${title.toLowerCase()}: ${seconds(Date.now() - started)}`), 10_000).unref();
  try {
    const result = await work();
    if (announced) say(`${title}: done in ${seconds(Date.now() - started)}`);
    return result;
  } finally {
    clearTimeout(announce);
    clearInterval(remind);
  }
}
