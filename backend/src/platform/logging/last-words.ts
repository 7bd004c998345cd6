import type { Config } from '../config/config';
import { scrubber, told } from './scrub';

/**
 * What nobody caught ends the process, for who starts it again. Node itself would print all that the error carries, the
 * parameters of a statement with it.
 * @param tell waited for before the end
 */
export function endOnUncaught(config: Config, tell: (error: unknown) => Promise<void>): void {
  const scrub = scrubber(config);
  const end = (error: unknown): void => {
    const { name, message, stack } = told(error);
    process.stderr.write(`${scrub(stack ?? `${name}: ${message}`)}\n`);
    void tell(error).finally(() => process.exit(1));
  };
  process.once('uncaughtException', end);
  process.once('unhandledRejection', end);
}
