import { create } from 'zustand';

/** `used`: it was opened once, so its code is on the page and stays there. */
export const usePalette = create<{ open: boolean; used: boolean }>()(() => ({ open: false, used: false }));

export const openPalette = () => usePalette.setState({ open: true, used: true });
export const setPaletteOpen = (open: boolean) => usePalette.setState({ open });
export const togglePalette = () => usePalette.setState(({ open }) => ({ open: !open, used: true }));
