import { http } from '@/shared/api/http';
import type { Role } from '@/shared/session';

/** What a stranger may know of the house. */
export interface Welcome {
  houseName: string;
  demo: boolean;
  /** One per role, only in a demo house. */
  demoSignIns: { role: Role; email: string; password: string }[] | null;
}

export async function readWelcome(signal?: AbortSignal): Promise<Welcome> {
  const { data } = await http.get<Welcome>('/api/v1/auth/welcome/', { signal, withoutSession: true });
  return data;
}
