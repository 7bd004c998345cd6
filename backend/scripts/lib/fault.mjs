/** Something a person can put right: shown as its sentences, never as a stack. */
export class Fault extends Error {
  constructor(message, { exitCode = 1 } = {}) {
    super(message);
    this.exitCode = exitCode;
  }
}

const systemFaults = {
  EACCES: (path) =>
    `This account may not use ${path}. Start Provabook as the account that owns it, or set DATA_DIR to another folder.`,
  EPERM: (path) => `This account may not change ${path}. Start Provabook as the account that owns it.`,
  ENOSPC: (path) => `The disk is full (${path}). Free some space and start again.`,
  EROFS: (path) => `${path} is on a read-only disk. Set DATA_DIR to a folder that can be written.`,
  EMFILE: () => 'Too many files are open on this machine. Raise the limit (ulimit -n 4096) and start again.',
};

/** The sentence for an error, or null where the error is a fault of ours and its stack is wanted. */
export function sentenceFor(error) {
  if (error instanceof Fault) return error.message;
  const known = systemFaults[error?.code];
  return known ? known(error.path ?? 'a file') : null;
}

/** Runs a command's body; a fault ends it with its sentence and exit code. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    process.stderr.write(
      `\n${sentenceFor(error) ?? `Provabook met something unexpected.\n${error?.stack ?? error}`}\n`,
    );
    process.exitCode = error?.exitCode ?? 1;
  }
}
