import { ensureBackend } from './build.mjs';
import { main } from './fault.mjs';
import { checkNode, ensureInstalled } from './install.mjs';
import { loadEnvFile, readSettings } from './settings.mjs';
import { stopper, untilStopped } from './stopping.mjs';

/**
 * A command that does one thing to a house: with all installed and built and the settings read; what it started ends with it.
 * @param {(settings: object, stop: object) => Promise<void>} work
 */
export const command = (work) =>
  main(async () => {
    checkNode();
    loadEnvFile();
    const settings = readSettings(process.env);
    await ensureInstalled();
    await ensureBackend();
    const stop = stopper();
    await untilStopped(stop, () => work(settings, stop));
  });
