/** Puts text where it can be pasted from. False where the browser does not let us: on plain http, or by its settings. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
