/** Somebody asked for the comment box where it is not on screen yet: it takes the focus once it is. */
let wanted = false;

export function askForBox(): void {
  wanted = true;
}

/** Whether it was asked for, once. */
export function takeAskForBox(): boolean {
  const was = wanted;
  wanted = false;
  return was;
}
