import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { explainConstraint } from '../../platform/errors/database-errors';
import { AccessGuard } from './access/access.guard';
import { DeclaredRoutes } from './access/declared-routes';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsRepository } from './invitations/invitations.repository';
import { InvitationsService } from './invitations/invitations.service';
import { AccountMails } from './links/account-mails';
import { PasswordResetController } from './password-reset/password-reset.controller';
import { PasswordResets } from './password-reset/password-resets.service';
import { AccountNotices } from './notices/account-notices';
import { OidcIdentities } from './oidc/oidc-identities';
import { OidcProvider } from './oidc/oidc-provider';
import { OidcSignIns } from './oidc/oidc-sign-ins.service';
import { OidcWalks } from './oidc/oidc-walks';
import { OidcController } from './oidc/oidc.controller';
import { OwnPassword } from './proof/own-password';
import { ProofController } from './proof/proof.controller';
import { Proofs } from './proof/proofs.service';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SecondFactors } from './second-factor/second-factors.service';
import { SignInSettingsController } from './settings/sign-in-settings.controller';
import { SignInSettingsRepository } from './settings/sign-in-settings.repository';
import { SignInAttempts } from './sign-in/sign-in-attempts';
import { TokenHand } from './token-hand';
import { JwtStrategy } from './tokens/jwt.strategy';
import { KeyRing } from './tokens/key-ring';
import { SessionRegistry } from './tokens/session-registry';
import { SessionsController } from './tokens/sessions.controller';
import { SessionsService } from './tokens/sessions.service';
import { TokensService } from './tokens/tokens.service';
import { UsersController } from './users/users.controller';
import { UsersRepository } from './users/users.repository';
import { UsersService } from './users/users.service';

@Global()
@Module({
  imports: [PassportModule, JwtModule.register({}), DiscoveryModule],
  controllers: [
    UsersController,
    SessionsController,
    InvitationsController,
    PasswordResetController,
    SecondFactorController,
    ProofController,
    SignInSettingsController,
    OidcController,
    AuthController,
  ],
  providers: [
    AuthService,
    TokenHand,
    AccountMails,
    OwnPassword,
    Proofs,
    SecondFactors,
    SignInSettingsRepository,
    PasswordResets,
    AccountNotices,
    OidcProvider,
    OidcWalks,
    OidcIdentities,
    OidcSignIns,
    InvitationsService,
    InvitationsRepository,
    SignInAttempts,
    UsersService,
    UsersRepository,
    TokensService,
    SessionRegistry,
    SessionsService,
    KeyRing,
    JwtStrategy,
    DeclaredRoutes,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [UsersRepository, Proofs],
})
export class AuthModule {}

explainConstraint(
  'uq_invitations_open_email',
  'email',
  'This address was invited already: send that invitation again.',
);
