import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { AccessGuard } from './access/access.guard';
import { DeclaredRoutes } from './access/declared-routes';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { SignInAttempts } from './sign-in/sign-in-attempts';
import { JwtStrategy } from './tokens/jwt.strategy';
import { KeyRing } from './tokens/key-ring';
import { SessionRegistry } from './tokens/session-registry';
import { TokensService } from './tokens/tokens.service';
import { UsersController } from './users/users.controller';
import { UsersRepository } from './users/users.repository';
import { UsersService } from './users/users.service';

@Global()
@Module({
  imports: [PassportModule, JwtModule.register({}), DiscoveryModule],
  controllers: [UsersController, AuthController],
  providers: [
    AuthService,
    SignInAttempts,
    UsersService,
    UsersRepository,
    TokensService,
    SessionRegistry,
    KeyRing,
    JwtStrategy,
    DeclaredRoutes,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [UsersRepository],
})
export class AuthModule {}
