import type { WelcomeDto } from '@/shared/api/generated';
import { http } from '@/shared/api/http';
import { useHouse } from '@/shared/lib/house';

/**
 * What a stranger may know of the house. Not by the generated function: the sign-in page loads before everything else,
 * and does without the client around those.
 */
export async function readWelcome(signal?: AbortSignal): Promise<WelcomeDto> {
  const { data } = await http.get<WelcomeDto>('/api/v1/auth/welcome/', { signal, withoutSession: true });
  useHouse.setState({ timeZone: data.timeZone });
  return data;
}
