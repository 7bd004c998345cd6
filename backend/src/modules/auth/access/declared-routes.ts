import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants';
import { PUBLIC } from '../../../platform/http/public.decorator';
import { CAPABILITY } from './access.decorators';

/** Stops the boot when a route says neither @Public nor @Can: nothing is open by oversight. */
@Injectable()
export class DeclaredRoutes implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ instance, metatype, name }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      return this.scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (!handler || this.reflector.get<unknown>(PATH_METADATA, handler) === undefined) return [];
        const declared = [PUBLIC, CAPABILITY].some((key) =>
          this.reflector.getAllAndOverride<unknown>(key, [handler, metatype]),
        );
        return declared ? [] : [`${name}.${method}`];
      });
    });
    if (undeclared.length) throw new Error(`These routes declare neither @Public nor @Can: ${undeclared.join(', ')}`);
  }
}
