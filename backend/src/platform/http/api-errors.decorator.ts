import { ApiExtension } from '@nestjs/swagger';
import type { DomainError } from '../errors/domain-error';

/** The refusals of an operation beside those that every operation of its kind has; each is an example in the contract. */
export const ApiErrors = (...errors: DomainError[]): MethodDecorator & ClassDecorator =>
  ApiExtension(
    'x-errors',
    errors.map(({ status, code, detail, extras }) => ({ status, code, detail, extras })),
  );
