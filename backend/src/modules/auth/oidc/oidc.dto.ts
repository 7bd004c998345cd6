import { Email, Instant, Text } from '../../../platform/http/fields';

export class BeginOidcDto {
  @Text({ max: 500, optional: true, description: 'The page of ours to end at.', example: '/orders?status=running' })
  next?: string;
}

export class BegunOidcDto {
  @Text({ max: 4000, description: 'Where the browser goes next.', example: 'https://login.example.com/authorize?…' })
  url: string;
}

export class EnterByOidcDto {
  @Text({
    max: 40,
    optional: true,
    alternative: true,
    description: 'Of the authenticator app, or a recovery code; of who signs in with codes.',
    example: '123456',
  })
  code?: string;
}

/** Whom the one who asks is at the identity provider. */
export class IdentityDto {
  @Text({
    max: 200,
    nullable: true,
    description: 'Of the provider; empty where the house has none.',
    example: 'Google',
  })
  provider: string | null;
  @Instant({ nullable: true, description: 'Empty where they sign in by password alone.' }) linkedAt: string | null;
  @Instant({ nullable: true }) lastUsedAt: string | null;
  @Email({ nullable: true, description: 'As the provider said it.', example: 'rina@example.com' }) email: string | null;
}

export class OwnPasswordDto {
  @Text({ max: 200, verbatim: true, example: 'Merchandiser@123' }) password: string;
}
