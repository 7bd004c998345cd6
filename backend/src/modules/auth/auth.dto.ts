import { Email, Flag, JsonObject, ListOf, OneOf, Text, Nested } from '../../platform/http/fields';
import { LANGUAGES, type Language } from '../../platform/mail/letter';
import { ROLES, type Role } from './access/actor';
import { ProfileDto } from './users/users.dto';

export class SignInDto {
  @Email({ example: 'merchandiser@provabook.com' }) email: string;
  @Text({ max: 200, verbatim: true, example: 'Merchandiser@123' }) password: string;
  @Text({
    max: 40,
    optional: true,
    alternative: true,
    description: 'Of the authenticator app, or a recovery code; of who signs in with codes.',
    example: '123456',
  })
  code?: string;
}

export class RefreshDto {
  @Text({
    max: 2000,
    optional: true,
    description: 'Left out when the cookie carries it.',
    example: 'eyJhbGciOiJIUzI1NiJ9…',
  })
  refresh?: string;
}

export class VerifyDto {
  @Text({ max: 2000, example: 'eyJhbGciOiJIUzI1NiJ9…' }) token: string;
}

export class TokenPairDto {
  @Text({ max: 2000, example: 'eyJhbGciOiJIUzI1NiJ9…' }) access: string;
  @Text({
    max: 2000,
    optional: true,
    description: 'Absent when it went into the cookie.',
    example: 'eyJhbGciOiJIUzI1NiJ9…',
  })
  refresh?: string;
}

export class SignedInDto extends TokenPairDto {
  @Nested(() => ProfileDto) user: ProfileDto;
}

export class CapabilitiesDto {
  @OneOf(ROLES, { name: 'Role' }) role: Role;
  @JsonObject({
    description: 'Capability → how far it reaches: own orders, or the house.',
    example: { 'order.read': 'own' },
  })
  capabilities: Record<string, string>;
}

export class DemoSignInDto {
  @OneOf(ROLES, { name: 'Role' }) role: Role;
  @Email({ example: 'merchandiser@provabook.com' }) email: string;
  @Text({ max: 200, verbatim: true, example: 'Merchandiser@123' }) password: string;
}

export class WelcomeDto {
  @Text({ max: 200, example: 'Prova Fashion & Accessories' }) houseName: string;
  @Text({ max: 60, description: "The house's time zone: it decides what today is.", example: 'Asia/Dhaka' })
  timeZone: string;
  @Flag({ description: 'This is the demo house.' }) demo: boolean;
  @Flag({ description: 'Who forgot their password can have a link by mail.' }) sendsMail: boolean;
  @Text({
    max: 200,
    nullable: true,
    description: 'By which one may sign in; empty where there is none.',
    example: 'Google',
  })
  identityProvider: string | null;
  @ListOf(() => DemoSignInDto, { max: 10, nullable: true, description: 'Only in the demo house.' })
  demoSignIns: DemoSignInDto[] | null;
}

export class ProfileChangesDto {
  @Text({ max: 255, optional: true, example: 'Rina Akter' }) fullName?: string;
  @Text({ max: 20, optional: true, nullable: true, example: '+880 1711 000000' }) phone?: string | null;
  @Text({ max: 100, optional: true, nullable: true, example: 'Knits' }) department?: string | null;
  @OneOf(LANGUAGES, { name: 'Language', optional: true, example: 'bn' }) language?: Language;
  @JsonObject({ optional: true, example: { theme: 'dark' } }) metadata?: Record<string, unknown>;
}

export class PasswordChangeDto {
  @Text({ max: 200, verbatim: true, example: 'my present password' }) currentPassword: string;
  @Text({ max: 200, verbatim: true, example: 'four unrelated words here' }) newPassword: string;
}
