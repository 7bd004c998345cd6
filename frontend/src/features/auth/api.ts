import { http } from '@/shared/api/http';
import { useHouse } from '@/shared/lib/house';
import type { Role } from '@/shared/session';

/** What a stranger may know of the house. */
export interface Welcome {
  houseName: string;
  /** Decides what "today" is. */
  timeZone: string;
  demo: boolean;
  /** One per role, only in a demo house. */
  demoSignIns: { role: Role; email: string; password: string }[] | null;
}

export async function readWelcome(signal?: AbortSignal): Promise<Welcome> {
  const { data } = await http.get<Welcome>('/api/v1/auth/welcome/', { signal, withoutSession: true });
  useHouse.setState({ timeZone: data.timeZone });
  return data;
}
