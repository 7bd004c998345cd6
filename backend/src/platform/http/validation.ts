import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InvalidInput, type FieldErrors } from '../errors/domain-error';

/** Allow-listed bodies: what is not declared is refused by name, what is declared is checked, nothing is converted. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transformOptions: { enableImplicitConversion: false },
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new InvalidInput(fieldErrors(errors)),
  });

/** A body that was not read by Nest: the fields of a form, once its files have arrived. @throws InvalidInput 400 */
export async function validated<T>(type: new () => T, fields: object): Promise<T> {
  return (await validationPipe().transform(fields, { type: 'body', metatype: type })) as T;
}

function fieldErrors(errors: ValidationError[], prefix = ''): FieldErrors {
  return Object.assign(
    {},
    ...errors.map(({ property, constraints, children }) => {
      const path = prefix ? `${prefix}.${property}` : property;
      return {
        ...(constraints ? { [path]: sentences(constraints, property) } : {}),
        ...fieldErrors(children ?? [], path),
      };
    }),
  ) as FieldErrors;
}

function sentences(constraints: Record<string, string>, property: string): string[] {
  if (constraints['whitelistValidation']) return ['There is no such field here.'];
  // What is no text at all is not too short, too long or blank besides.
  if (constraints['isString']) return [constraints['isString']];
  return Object.values(constraints).map((text) => {
    const own = text.startsWith(`${property} `) ? `This ${text.slice(property.length + 1)}` : text;
    return own.endsWith('.') ? own : `${own}.`;
  });
}
