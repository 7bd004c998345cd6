/**
 * A file on its way from the page where it was dropped to the page that reads it. A file cannot travel in the URL, and
 * nothing else should know of it.
 */
let waiting: File | null = null;

export function handOver(file: File): void {
  waiting = file;
}

/** The file that was dropped, once: whoever comes back to the page later finds none. */
export function takeHandedOver(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}
