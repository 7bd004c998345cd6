import { create } from 'zustand';

export const useKeySheet = create<{ open: boolean }>()(() => ({ open: false }));

export const openKeySheet = () => useKeySheet.setState({ open: true });
export const setKeySheetOpen = (open: boolean) => useKeySheet.setState({ open });
