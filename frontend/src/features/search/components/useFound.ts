import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { foundQuery } from '../api';

const pauseMs = 120;

/** Follows what is typed, a moment behind. `fresh`: what is here answers what stands in the box now. */
export function useFound(typed: string, limit: number) {
  const text = typed.trim();
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, error, isPlaceholderData, refetch } = useQuery(foundQuery(settled, limit));
  const asked = text !== '';
  return {
    groups: asked && settled ? (data?.groups ?? []) : [],
    fresh: !asked || (settled === text && data !== undefined && !isPlaceholderData),
    error: asked && settled === text ? error : null,
    retry: () => void refetch(),
  };
}
