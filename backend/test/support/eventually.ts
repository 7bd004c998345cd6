/** Waits for what the worker does in its own time: until the expectation holds, 15 seconds at most unless told otherwise. */
export async function eventually(expectation: () => Promise<void>, seconds = 15): Promise<void> {
  for (const until = Date.now() + seconds * 1000; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
