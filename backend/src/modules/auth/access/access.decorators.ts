import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Capability } from './capabilities';

export const CAPABILITY = Symbol('capability of a route');

/** Only who has this capability may call this route. `@Public` is the only other way in: an undeclared route stops the boot. */
export const Can = (capability: Capability) =>
  applyDecorators(SetMetadata(CAPABILITY, capability), ApiExtension('x-capability', capability), ApiBearerAuth());
