import type { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';

export interface DiscoveredMethod<Metadata> {
  /** `MilestonesService.follow` */
  name: string;
  metadata: Metadata;
  call: (...args: unknown[]) => Promise<unknown>;
}

/** Every provider's method that a decorator has marked with `key`. */
export function discoveredMethods<Metadata>(
  key: symbol,
  discovery: DiscoveryService,
  scanner: MetadataScanner,
  reflector: Reflector,
): DiscoveredMethod<Metadata>[] {
  return discovery.getProviders().flatMap((wrapper) => {
    const instance = wrapper.instance as Record<string, (...args: unknown[]) => Promise<unknown>> | undefined;
    if (!instance || typeof instance !== 'object') return [];
    return scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object).flatMap((method) => {
      const metadata = reflector.get<Metadata | undefined>(key, instance[method] as () => unknown);
      const call = instance[method];
      if (metadata === undefined || !call) return [];
      return [{ name: `${wrapper.name}.${method}`, metadata, call: call.bind(instance) }];
    });
  });
}
