import { useQuery } from '@tanstack/react-query';
import { http } from '../api/http';

interface Capabilities {
  capabilities: Record<string, string>;
}

/**
 * Whether to offer something: `const may = useCan(); … may('proforma_invoice.confirm') && <Button …/>`. False until it is
 * known. The server decides all the same; what a thing's state allows is in its `nextStatuses`.
 */
export function useCan(): (capability: string) => boolean {
  const { data } = useQuery({
    queryKey: ['auth', 'capabilities'],
    queryFn: async ({ signal }) => (await http.get<Capabilities>('/api/v1/auth/capabilities/', { signal })).data,
    staleTime: 5 * 60_000,
  });
  return (capability) => data !== undefined && capability in data.capabilities;
}
