/** Who reads what we say may stop listening (`| head`, a closed terminal): what was begun is done to its end all the same. */
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
